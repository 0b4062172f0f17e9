using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Lets several optimizers each change some of the variables.</summary>
/// <remarks>It has no learning rate of its own: set those of <see cref="Optimizers"/>.</remarks>
/// <example><code>
/// var map = new OptimizerMap(new SGD(), new Dictionary&lt;string, Optimizer&gt; { ["encoder/.*"] = new Adam() });
/// var optimizer = new MultiOptimizer(map);
/// </code></example>
[KerasExport("keras.optimizers")]
public sealed partial class MultiOptimizer : Optimizer
{
    private readonly Optimizer[] _optimizers;
    private readonly Dictionary<Variable, Optimizer> _byVariable = [];

    /// <summary>Makes the optimizer; the variables of the others come with the first step.</summary>
    /// <param name="optimizerMap">Which optimizer changes which variables.</param>
    /// <param name="lossScaleFactor">What the loss is multiplied by, for all of them.</param>
    /// <param name="name">The name; made up where null.</param>
    public MultiOptimizer(OptimizerMap optimizerMap, double? lossScaleFactor = null, string? name = null)
        : base(0.0, lossScaleFactor: lossScaleFactor, name: name)
    {
        ArgumentNullException.ThrowIfNull(optimizerMap);
        OptimizerMap = optimizerMap;
        _optimizers = [.. optimizerMap.Optimizers.Values.Append(optimizerMap.DefaultOptimizer).Distinct()];
        LossScaleFactor = lossScaleFactor;
    }

    /// <summary>Which optimizer changes which variables.</summary>
    public OptimizerMap OptimizerMap { get; }

    /// <summary>The optimizers, each once.</summary>
    public IReadOnlyList<Optimizer> Optimizers => _optimizers;

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> Variables =>
        [.. base.Variables, .. _optimizers.SelectMany(optimizer => optimizer.Variables)];

    /// <inheritdoc/>
    public override Tensor Iterations => StepCount;

    /// <summary>There is none, since each of the <see cref="Optimizers"/> has its own.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override LearningRate LearningRate
    {
        get => throw NoRate();
        set => throw NoRate();
    }

    /// <inheritdoc/>
    public override double? LossScaleFactor
    {
        get => base.LossScaleFactor;
        internal set
        {
            base.LossScaleFactor = value;
            foreach (var optimizer in _optimizers ?? []) // the constructor of the base sets it first
            {
                optimizer.LossScaleFactor = value;
            }
        }
    }

    /// <inheritdoc/>
    protected internal override Tensor CurrentLearningRate => throw NoRate();

    /// <inheritdoc/>
    public override void Apply(IReadOnlyList<Tensor?> gradients, IReadOnlyList<Variable>? trainableVariables = null)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        if (gradients.Count == 0)
        {
            return;
        }

        var variables = Known(gradients.Count, trainableVariables);
        foreach (var group in Enumerable.Range(0, variables.Count).GroupBy(i => _byVariable[variables[i]]))
        {
            group.Key.Apply([.. group.Select(i => gradients[i])], [.. group.Select(i => variables[i])]);
        }

        StepCount.AssignAdd(1);
    }

    /// <inheritdoc/>
    public override void FinalizeVariableValues(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        foreach (var group in variables.GroupBy(variable => _byVariable[variable]))
        {
            group.Key.FinalizeVariableValues([.. group]);
        }
    }

    /// <inheritdoc/>
    public override JsonObject GetConfig() => new()
    {
        ["optimizer_map"] = ConfigValue.Write(OptimizerMap),
        ["loss_scale_factor"] = ConfigValue.Write(LossScaleFactor),
        ["name"] = Name,
    };

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        foreach (var variable in variables)
        {
            _byVariable[variable] = OptimizerMap[variable.Path];
        }

        foreach (var optimizer in _optimizers)
        {
            Variable[] own = [.. variables.Where(variable => _byVariable[variable] == optimizer)];
            if (own.Length > 0)
            {
                optimizer.Build(own);
            }
        }
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate) =>
        throw new InvalidOperationException($"'{Name}' makes no steps of its own. Call Apply.");

    private InvalidOperationException NoRate() => new(
        $"'{Name}' has no learning rate: each of its Optimizers has its own. Read or set those.");
}
