namespace Hornet.Optimizers;

/// <content>A step: from gradients to new values.</content>
public abstract partial class Optimizer
{
    /// <summary>Changes the variables by their gradients: one step.</summary>
    /// <param name="gradients">A gradient for each variable; null leaves a variable as it is.</param>
    /// <param name="trainableVariables">
    /// The variables; those that the optimizer was built for where null. The first call builds it.
    /// </param>
    /// <exception cref="ArgumentException">A variable is unknown, the numbers differ, or all are null.</exception>
    /// <exception cref="InvalidOperationException">No variables are given, and the optimizer is not built.</exception>
    public virtual void Apply(IReadOnlyList<Tensor?> gradients, IReadOnlyList<Variable>? trainableVariables = null)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        if (gradients.Count == 0)
        {
            return;
        }

        var (given, variables) = WithoutMissing(gradients, Known(gradients.Count, trainableVariables));
        if (LossScaleFactor is { } factor)
        {
            given = Array.ConvertAll(given, gradient => gradient / factor);
        }

        Update(given, variables);
        foreach (var variable in variables)
        {
            if (variable.Constraint is { } constraint)
            {
                variable.Assign(constraint.Apply(variable));
            }
        }

        _iterations.AssignAdd(1);
    }

    /// <summary>Changes the variables by their gradients: one step.</summary>
    /// <param name="gradsAndVars">The variables with their gradients.</param>
    /// <returns>How many steps have been made.</returns>
    public Tensor ApplyGradients(IEnumerable<(Tensor? Gradient, Variable Variable)> gradsAndVars)
    {
        var pairs = gradsAndVars.ToArray();
        Apply([.. pairs.Select(pair => pair.Gradient)], [.. pairs.Select(pair => pair.Variable)]);
        return _iterations;
    }

    /// <summary>Sets variables to their moving averages, where there are any: the end of training.</summary>
    /// <param name="variables">The variables that the optimizer was built for.</param>
    /// <exception cref="ArgumentException">Their number is another.</exception>
    public virtual void FinalizeVariableValues(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        if (!UseEma)
        {
            return;
        }

        if (variables.Count != _averages.Length)
        {
            throw new ArgumentException(
                $"Optimizer '{Name}': expected {_averages.Length} variables, as many as it keeps averages of. "
                + $"Received: {variables.Count}.", nameof(variables));
        }

        for (var i = 0; i < variables.Count; i++)
        {
            variables[i].Assign(_averages[i]);
        }
    }

    /// <summary>One step of one variable: assigns its new value, and those of what is kept for it.</summary>
    /// <param name="gradient">The gradient, which may be of another floating-point dtype.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="learningRate">The learning rate: a scalar.</param>
    protected abstract void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate);

    /// <summary>One step of several variables.</summary>
    private protected virtual void UpdateSteps(Tensor[] gradients, Variable[] variables, Tensor learningRate)
    {
        for (var i = 0; i < variables.Length; i++)
        {
            UpdateStep(gradients[i], variables[i], learningRate);
        }
    }

    /// <summary>The variables of a step, of which the optimizer was built: now, if not before.</summary>
    private protected IReadOnlyList<Variable> Known(int count, IReadOnlyList<Variable>? variables)
    {
        if (variables is not null)
        {
            Build(variables);
        }
        else if (!Built)
        {
            throw new InvalidOperationException(
                $"Optimizer '{Name}': expected the variables together with their first gradients. Hand them to Apply, "
                + "or call Build(model.TrainableVariables) before.");
        }

        variables ??= _trainableVariables;
        if (variables.Count != count)
        {
            throw new ArgumentException(
                $"Optimizer '{Name}': expected a gradient for each of {variables.Count} variables. Received: {count}.");
        }

        return variables.FirstOrDefault(variable => !_indices.ContainsKey(variable)) is not { } unknown ? variables
            : throw new ArgumentException(
                $"Optimizer '{Name}': expected the variables that it was built for. Received: {unknown}, which is "
                + "unknown. Make another optimizer for other variables.");
    }

    private (Tensor[] Gradients, Variable[] Variables) WithoutMissing(
        IReadOnlyList<Tensor?> gradients, IReadOnlyList<Variable> variables)
    {
        var missing = variables.Where((_, i) => gradients[i] is null).ToArray();
        if (missing.Length == variables.Count)
        {
            throw new ArgumentException(
                $"Optimizer '{Name}': expected a gradient for at least one variable. Received: null for all of them.");
        }

        if (missing.Length > 0)
        {
            Warnings.Emit(
                $"Optimizer '{Name}': there is no gradient for {string.Join(", ", missing.Select(v => v.Path))}, which "
                + "stay as they are. Does the loss depend on them?");
        }

        return (
            [.. gradients.OfType<Tensor>()],
            missing.Length == 0 ? [.. variables] : [.. variables.Where((_, i) => gradients[i] is not null)]);
    }

    private void Update(Tensor[] gradients, Variable[] variables)
    {
        if (GradientAccumulationSteps is > 0 and { } steps)
        {
            Accumulate(gradients, variables, steps);
        }
        else
        {
            UpdateNow(gradients, variables);
        }

        if (UseEma)
        {
            UpdateAverages();
        }
    }

    private void UpdateNow(Tensor[] gradients, Variable[] variables)
    {
        var clipped = Clip(gradients);
        var rate = CurrentLearningRate;
        DecayWeights(variables, rate);
        UpdateSteps(clipped, variables, rate);
    }

    private Tensor[] Clip(Tensor[] gradients) =>
        Clipnorm is > 0 and { } norm ? Array.ConvertAll(gradients, g => GradientClipping.ByNorm(g, norm))
        : GlobalClipnorm is > 0 and { } globalNorm ? GradientClipping.ByGlobalNorm(gradients, globalNorm)
        : Clipvalue is > 0 and { } value ? Array.ConvertAll(gradients, g => Ops.Clip(g, -value, value))
        : gradients;

    // In each step the update is computed; it counts in the last one of a round, the mean of whose gradients it is of.
    private void Accumulate(Tensor[] gradients, Variable[] variables, int steps)
    {
        var isLast = Ops.Equal(Ops.Mod(_iterations.Value + 1, steps), 0);
        var sums = gradients.Select((gradient, i) => gradient + _accumulators[IndexOf(variables[i])]).ToArray();
        ConditionalUpdate.Run(
            isLast,
            [.. variables, .. Variables.Except(_accumulators)],
            () => UpdateNow(Array.ConvertAll(sums, sum => sum / steps), variables));
        for (var i = 0; i < variables.Length; i++)
        {
            _accumulators[IndexOf(variables[i])].Assign(Ops.Where(isLast, 0, sums[i]));
        }

        foreach (var variable in _trainableVariables.Except(variables))
        {
            var accumulator = _accumulators[IndexOf(variable)];
            accumulator.Assign(Ops.Where(isLast, 0, accumulator));
        }
    }

    // average = momentum · average + (1 − momentum) · variable, where the first step has no average yet
    private void UpdateAverages()
    {
        var iterations = Iterations;
        var isStarted = Ops.NotEqual(iterations, 0);
        var overwrites = EmaOverwriteFrequency is > 0 and { } frequency
            ? Ops.Equal(Ops.Mod(iterations + 1, frequency), 0)
            : null;
        for (var i = 0; i < _averages.Length; i++)
        {
            var (variable, average) = (_trainableVariables[i], _averages[i]);
            var momentum = Ops.Cast(isStarted, variable.DType) * EmaMomentum;
            average.Assign(momentum * average + (1 - momentum) * variable);
            if (overwrites is not null)
            {
                variable.Assign(Ops.Where(overwrites, average, variable));
            }
        }
    }
}
