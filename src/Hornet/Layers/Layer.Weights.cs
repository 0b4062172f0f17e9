using System.Runtime.CompilerServices;
using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Metrics;
using Hornet.Programs;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <content>What a layer owns.</content>
public abstract partial class Layer
{
    private readonly List<Variable> _added = [];
    private readonly HashSet<Variable> _wereTrainable = []; // frozen or not: they keep their place in the order
    private bool _trainable;

    /// <summary>Whether training changes the weights. Setting it sets it of all layers inside.</summary>
    public virtual bool Trainable
    {
        get => _trainable;
        set
        {
            _trainable = value;
            foreach (var variable in OwnVariables.Where(IsTrainableKind).ToArray())
            {
                _wereTrainable.Add(variable);
                variable.Trainable = value;
            }

            foreach (var layer in OwnLayers)
            {
                layer.Trainable = value;
            }
        }
    }

    /// <summary>All weights: this layer's trainable ones, its others, then those of the layers inside.</summary>
    public IReadOnlyList<Variable> Weights
    {
        get
        {
            var weights = new List<Variable>();
            CollectWeights(weights, new HashSet<object>(ReferenceEqualityComparer.Instance));
            return weights;
        }
    }

    /// <summary>All variables: the weights, and the states of seed generators and metrics.</summary>
    public IReadOnlyList<Variable> Variables
    {
        get
        {
            var variables = new List<Variable>();
            CollectVariables(variables, new HashSet<object>(ReferenceEqualityComparer.Instance));
            return variables;
        }
    }

    /// <summary>The weights that training changes.</summary>
    public IReadOnlyList<Variable> TrainableWeights =>
        Trainable ? [.. Weights.Where(weight => weight.Trainable)] : [];

    /// <summary>The weights that training leaves as they are.</summary>
    public IReadOnlyList<Variable> NonTrainableWeights =>
        Trainable ? [.. Weights.Where(weight => !weight.Trainable)] : Weights;

    /// <summary>The variables that training changes.</summary>
    public IReadOnlyList<Variable> TrainableVariables => TrainableWeights;

    /// <summary>The variables that training leaves as they are, states included.</summary>
    public IReadOnlyList<Variable> NonTrainableVariables =>
        Trainable ? [.. Variables.Where(variable => !variable.Trainable)] : Variables;

    /// <summary>The layers that this one owns, in the order of its members.</summary>
    internal virtual IEnumerable<Layer> OwnLayers => Owned.OfType<Layer>();

    /// <summary>The metrics that this layer owns.</summary>
    internal IEnumerable<Metric> OwnMetrics => Owned.OfType<Metric>();

    /// <summary>The members that own something.</summary>
    internal IReadOnlyList<TrackedMember> Members => Tracked().Members;

    private protected IEnumerable<ITrackable> Owned => Tracked().Owned;

    private IEnumerable<Variable> OwnVariables => _added.Concat(Owned.OfType<Variable>()).Distinct();

    /// <summary>How many numbers the weights hold.</summary>
    /// <exception cref="InvalidOperationException">The layer has not been built.</exception>
    public long CountParams() => Built
        ? Weights.Sum(weight => weight.Shape.Size)
        : throw new InvalidOperationException(
            $"You tried to call CountParams on layer '{Name}', but the layer isn't built. Apply it to a tensor first.");

    /// <summary>The values of all weights, in their order.</summary>
    public IReadOnlyList<EagerTensor> GetWeights() => [.. Weights.Select(weight => (EagerTensor)weight.Raw)];

    /// <summary>Sets the values of all weights, in their order.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values, or a shape does not fit.</exception>
    public void SetWeights(IReadOnlyList<Tensor> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var variables = Weights;
        if (variables.Count != weights.Count)
        {
            throw new ArgumentException(
                $"Layer '{Name}': expected {variables.Count} weights. Received: {weights.Count}.", nameof(weights));
        }

        for (var i = 0; i < weights.Count; i++)
        {
            if (weights[i] is not { } value || !Shape.Agree(variables[i].Shape, value.Shape))
            {
                throw new ShapeException(
                    $"Layer '{Name}'", $"shape {variables[i].Shape} for weight '{variables[i].Path}'",
                    $"{weights[i]?.Shape.ToString() ?? "null"}");
            }
        }

        for (var i = 0; i < weights.Count; i++)
        {
            variables[i].Assign(weights[i]);
        }
    }

    /// <summary>Makes a weight of this layer.</summary>
    /// <param name="name">Its name, the last part of its path.</param>
    /// <param name="shape">Its shape, all axes known.</param>
    /// <param name="initializer">Makes its first value; <c>glorot_uniform</c> where null, zeros of integers.</param>
    /// <param name="trainable">Whether training changes it.</param>
    /// <param name="dtype">Its dtype; the layer's variable dtype where null.</param>
    /// <param name="regularizer">A penalty on it.</param>
    /// <param name="constraint">What it is brought back to after each update.</param>
    /// <param name="autocast">Whether it is read in the compute dtype.</param>
    /// <exception cref="ArgumentException">An axis of the shape is unknown.</exception>
    protected Variable AddWeight(
        string name,
        Shape shape,
        Initializer? initializer = null,
        bool trainable = true,
        DType? dtype = null,
        Regularizer? regularizer = null,
        Constraint? constraint = null,
        bool autocast = true)
    {
        ArgumentNullException.ThrowIfNull(shape);
        using var scope = OpenNameScope();
        if (!shape.IsKnown)
        {
            throw new ArgumentException(
                $"Shapes used to initialize variables must be fully-defined (no None dimensions). Received: " +
                $"shape={shape} " +
                $"for variable path='{NameScope.CurrentPath}/{name}'. Give the layer an input whose last axes " +
                $"are known.");
        }

        var type = dtype ?? VariableDType;
        initializer ??= type.IsFloating() ? "glorot_uniform" : "zeros";
        var isLoading = WeightAllowance.Take(shape, type);
        var weight = isLoading
            ? new Variable(() => initializer.Apply(shape, type), new(shape, type), trainable, autocast, name)
            {
                Regularizer = regularizer,
                Constraint = constraint,
            }
            : new Variable(initializer.Apply(shape, type), type, trainable, autocast, name)
            {
                Regularizer = regularizer,
                Constraint = constraint,
            };
        Own(weight);
        return weight;
    }

    /// <summary>A weight that <c>Build</c> makes, or an error that says that the layer has not been built.</summary>
    protected T Weight<T>(T? weight, [CallerMemberName] string member = "")
        where T : class => weight ?? throw new InvalidOperationException(
            $"{ClassName} '{Name}' has no {member} yet: apply it to a tensor first.");

    private Tracker Tracked()
    {
        var tracker = new Tracker();
        Track(tracker);
        return tracker;
    }

    private void Own(Variable weight)
    {
        if (weight.Trainable)
        {
            _wereTrainable.Add(weight);
            weight.Trainable = Trainable;
        }

        _added.Add(weight);
    }

    private void CollectWeights(List<Variable> weights, HashSet<object> seen)
    {
        if (!seen.Add(this))
        {
            return;
        }

        var own = OwnVariables.ToArray();
        foreach (var variable in own.Where(IsTrainableKind).Concat(own.Where(variable => !IsTrainableKind(variable))))
        {
            if (seen.Add(variable))
            {
                weights.Add(variable);
            }
        }

        foreach (var layer in OwnLayers)
        {
            layer.CollectWeights(weights, seen);
        }
    }

    private void CollectVariables(List<Variable> variables, HashSet<object> seen)
    {
        if (!seen.Add(this))
        {
            return;
        }

        var own = OwnVariables.ToArray();
        var states = Owned.OfType<IStateful>().SelectMany(owner => owner.States);
        foreach (var variable in own.Where(IsTrainableKind)
            .Concat(own.Where(variable => !IsTrainableKind(variable))).Concat(states))
        {
            if (seen.Add(variable))
            {
                variables.Add(variable);
            }
        }

        foreach (var layer in OwnLayers)
        {
            layer.CollectVariables(variables, seen);
        }
    }

    private bool IsTrainableKind(Variable variable) => variable.Trainable || _wereTrainable.Contains(variable);
}
