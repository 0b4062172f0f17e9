using Hornet.Initializers;
using Hornet.Programs;

namespace Hornet.Optimizers;

/// <content>The variables: those that are optimized, and the optimizer's own.</content>
public abstract partial class Optimizer
{
    private readonly List<Variable> _variables = [];
    private readonly Dictionary<Variable, int> _indices = [];
    private Variable[] _trainableVariables = [];
    private Variable[] _averages = [];
    private Variable[] _accumulators = [];

    /// <summary>Whether the optimizer has its variables: it knows which variables it optimizes.</summary>
    public bool Built { get; private set; }

    /// <summary>The optimizer's own variables: the iteration, the learning rate, then those of each variable.</summary>
    public virtual IReadOnlyList<Variable> Variables => [.. _variables];

    IEnumerable<Variable> IStateful.States => Variables;

    /// <summary>The variables that the optimizer was built for.</summary>
    private protected IReadOnlyList<Variable> TrainableVariables => _trainableVariables;

    /// <summary>Makes the optimizer's variables. Does nothing where they are made already.</summary>
    /// <param name="variables">The variables that are to be optimized.</param>
    public void Build(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        if (!Built)
        {
            Trace.Pause(() => MakeVariables([.. variables]));
            Built = true;
        }
    }

    /// <summary>Sets the values of the optimizer's variables, in their order.</summary>
    /// <param name="weights">A value for each of <see cref="Variables"/>.</param>
    /// <exception cref="InvalidOperationException">The optimizer has not been built.</exception>
    /// <exception cref="ArgumentException">There are more or fewer values, or a shape does not fit.</exception>
    public void SetWeights(IReadOnlyList<Tensor> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var variables = Variables;
        if (!Built)
        {
            throw new InvalidOperationException(
                $"Optimizer '{Name}' has no variables yet: call Build(model.TrainableVariables) before SetWeights.");
        }

        if (weights.Count != variables.Count)
        {
            throw new ArgumentException(
                $"Optimizer '{Name}': expected {variables.Count} values. Received: {weights.Count}.", nameof(weights));
        }

        for (var i = 0; i < weights.Count; i++)
        {
            if (weights[i].Shape != variables[i].Shape)
            {
                throw new ShapeException(
                    $"Optimizer '{Name}'", $"shape {variables[i].Shape} for '{variables[i].Path}'",
                    $"{weights[i].Shape}");
            }
        }

        for (var i = 0; i < weights.Count; i++)
        {
            variables[i].Assign(weights[i]);
        }
    }

    /// <summary>Makes what the optimizer keeps for each variable. Called once, by <see cref="Build"/>.</summary>
    /// <param name="variables">The variables that are to be optimized.</param>
    protected virtual void AddVariables(IReadOnlyList<Variable> variables)
    {
    }

    /// <summary>The place of a variable among those that the optimizer was built for.</summary>
    /// <param name="variable">The variable.</param>
    protected int IndexOf(Variable variable) => _indices[variable];

    /// <summary>Makes a variable of the optimizer.</summary>
    /// <param name="shape">Its shape, all axes known.</param>
    /// <param name="initializer">Makes its first value; zeros where null.</param>
    /// <param name="dtype">Its dtype; floatx where null.</param>
    /// <param name="name">Its name; made up where null.</param>
    protected Variable AddVariable(
        Shape shape, Initializer? initializer = null, DType? dtype = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var type = dtype ?? Keras.Config.Floatx();
        return AddVariable(initializer?.Apply(shape, type) ?? Ops.Zeros(shape, type), name);
    }

    /// <summary>Makes a variable of the shape, the dtype and the name of another, such as its momentum.</summary>
    /// <param name="referenceVariable">The other variable.</param>
    /// <param name="name">What is added to the other's path to name it.</param>
    /// <param name="initializer">Makes its first value; zeros where null.</param>
    protected Variable AddVariableFromReference(
        Variable referenceVariable, string? name = null, Initializer? initializer = null)
    {
        ArgumentNullException.ThrowIfNull(referenceVariable);
        return AddVariable(
            referenceVariable.Shape, initializer, referenceVariable.DType, NameFor(referenceVariable, name ?? "var"));
    }

    /// <summary>Makes a variable like each of the given ones.</summary>
    /// <param name="variables">The variables that are to be optimized.</param>
    /// <param name="name">What is added to their paths to name them.</param>
    /// <param name="initializer">Makes the first values; zeros where null.</param>
    protected Variable[] AddOptimizerVariables(
        IReadOnlyList<Variable> variables, string name, Initializer? initializer = null)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return [.. variables.Select(variable => AddVariableFromReference(variable, name, initializer))];
    }

    /// <summary>Makes two variables like each of the given ones, side by side.</summary>
    /// <param name="variables">The variables that are to be optimized.</param>
    /// <param name="first">What is added to their paths to name the first ones.</param>
    /// <param name="second">What is added to their paths to name the second ones.</param>
    protected (Variable[] First, Variable[] Second) AddOptimizerVariables(
        IReadOnlyList<Variable> variables, string first, string second)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var pairs = variables
            .Select(variable => (
                First: AddVariableFromReference(variable, first), Second: AddVariableFromReference(variable, second)))
            .ToArray();
        return (Array.ConvertAll(pairs, pair => pair.First), Array.ConvertAll(pairs, pair => pair.Second));
    }

    /// <summary>Makes a variable like another one, every element of which is a number.</summary>
    private protected Variable AddFilled(Variable like, string name, double value) =>
        AddVariable(Ops.Full(like.Shape, value, like.DType), NameFor(like, name));

    /// <summary>Makes a variable of its first value.</summary>
    private protected Variable AddVariable(Tensor value, string? name)
    {
        using var scope = new NameScope(Name, this, parentPath: null);
        return Own(new Variable(value, trainable: false, name: name));
    }

    /// <summary>Counts a variable, made elsewhere, among the optimizer's.</summary>
    private protected Variable Own(Variable variable)
    {
        _variables.Add(variable);
        return variable;
    }

    private static string NameFor(Variable reference, string name) =>
        $"{reference.Path.Replace('/', '_')}_{name}";

    private void MakeVariables(Variable[] variables)
    {
        for (var i = 0; i < variables.Length; i++)
        {
            _indices[variables[i]] = i;
        }

        _trainableVariables = variables;
        _averages = UseEma ? AddOptimizerVariables(variables, "average") : [];
        _accumulators = GradientAccumulationSteps is > 0
            ? AddOptimizerVariables(variables, "gradient_accumulator")
            : [];
        AddVariables(variables);
    }

    private void Remove(Variable? variable)
    {
        if (variable is not null)
        {
            _variables.Remove(variable);
        }
    }
}
