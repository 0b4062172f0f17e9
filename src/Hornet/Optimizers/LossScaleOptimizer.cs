using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Multiplies the loss, as far as gradients in 16 bits stay finite, before another optimizer's step.</summary>
/// <remarks>
/// A step with a gradient that is not finite is left out, and the scale is halved; after some steps that are finite it
/// is doubled.
/// </remarks>
/// <example><code>var optimizer = new LossScaleOptimizer(new Adam(1e-3));</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class LossScaleOptimizer : Optimizer
{
    private Variable? _stepCounter;

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="innerOptimizer">The optimizer whose steps are made. Its own loss scale is switched off.</param>
    /// <param name="initialScale">Where the scale begins: rather too high than too low.</param>
    /// <param name="dynamicGrowthSteps">After how many finite steps the scale is doubled.</param>
    /// <param name="name">The name; made up where null.</param>
    public LossScaleOptimizer(
        Optimizer innerOptimizer, double initialScale = 32768, int dynamicGrowthSteps = 2000, string? name = null)
        : base(0.0, name: name)
    {
        ArgumentNullException.ThrowIfNull(innerOptimizer);
        InnerOptimizer = innerOptimizer;
        InitialScale = initialScale;
        DynamicGrowthSteps = dynamicGrowthSteps;
        innerOptimizer.LossScaleFactor = null;
    }

    /// <summary>The optimizer whose steps are made.</summary>
    public Optimizer InnerOptimizer { get; }

    /// <summary>Where the scale begins.</summary>
    public double InitialScale { get; }

    /// <summary>After how many finite steps the scale is doubled.</summary>
    public int DynamicGrowthSteps { get; }

    /// <summary>The scale now; null before the first step.</summary>
    public Variable? DynamicScale { get; private set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> Variables => [.. base.Variables, .. InnerOptimizer.Variables];

    internal override IReadOnlyList<TrackedMember> Members => [new("inner_optimizer", InnerOptimizer, [])];

    /// <summary>The inner optimizer's learning rate.</summary>
    public override LearningRate LearningRate
    {
        get => InnerOptimizer.LearningRate;
        set => InnerOptimizer.LearningRate = value;
    }

    /// <inheritdoc/>
    public override Tensor Iterations => InnerOptimizer.Iterations;

    /// <inheritdoc/>
    protected internal override Tensor CurrentLearningRate => InnerOptimizer.CurrentLearningRate;

    /// <inheritdoc/>
    public override Tensor ScaleLoss(Tensor loss) => Ops.Multiply(loss, DynamicScale?.Value ?? InitialScale);

    /// <inheritdoc/>
    public override void Apply(IReadOnlyList<Tensor?> gradients, IReadOnlyList<Variable>? trainableVariables = null)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        if (gradients.Count == 0)
        {
            return;
        }

        var variables = Known(gradients.Count, trainableVariables);
        var isFinite = gradients.OfType<Tensor>()
            .Select(gradient => Ops.All(Ops.Isfinite(gradient)))
            .Aggregate((Tensor)true, (all, one) => all & one);
        ConditionalUpdate.Run(
            isFinite,
            [.. variables, .. InnerOptimizer.Variables],
            () => InnerOptimizer.Apply([.. gradients.Select(Unscale)], variables));
        Rescale(isFinite);
    }

    /// <inheritdoc/>
    public override void FinalizeVariableValues(IReadOnlyList<Variable> variables) =>
        InnerOptimizer.FinalizeVariableValues(variables);

    /// <inheritdoc/>
    public override JsonObject GetConfig() => new()
    {
        ["name"] = Name,
        ["inner_optimizer"] = ConfigValue.Write(InnerOptimizer),
        ["initial_scale"] = ConfigValue.Write(InitialScale),
        ["dynamic_growth_steps"] = DynamicGrowthSteps,
    };

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables)
    {
        _stepCounter = AddVariable(Ops.Zeros([], DType.Int32), "step_counter");
        DynamicScale = AddVariable(Ops.Full([], InitialScale, DType.Float32), "dynamic_scale");
        InnerOptimizer.Build(variables);
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate) =>
        throw new InvalidOperationException($"'{Name}' makes no steps of its own. Call Apply.");

    private Tensor? Unscale(Tensor? gradient) => gradient is null ? null : gradient / DynamicScale!;

    // Old files have the arguments of all optimizers, which were never used here.
    private static new void UpgradeConfig(ConfigReader config)
    {
        foreach (var key in (string[])[
            "weight_decay", "clipnorm", "global_clipnorm", "clipvalue", "ema_overwrite_frequency", "loss_scale_factor",
            "gradient_accumulation_steps"])
        {
            Drop(config, key, null);
        }

        Drop(config, "use_ema", false);
        Drop(config, "ema_momentum", 0.99);
        Drop(config, "dynamic", true);
    }

    private static void Drop(ConfigReader config, string key, JsonNode? unused)
    {
        if (config.Has(key) && config.Take(key) is { } value && !JsonNode.DeepEquals(value, unused))
        {
            config.Set(key, value); // which the reader then refuses
        }
    }

    // A finite step: the scale doubles when there have been enough, else one is counted. Another one: the scale halves.
    private void Rescale(Tensor isFinite)
    {
        var grows = Ops.Equal(_stepCounter!, DynamicGrowthSteps - 1);
        var isCounted = Ops.LogicalAnd(isFinite, Ops.LogicalNot(grows));
        _stepCounter!.Assign(Ops.Where(isCounted, _stepCounter.Value + 1, 0));
        DynamicScale!.Assign(DynamicScale.Value * Ops.Where(isFinite, Ops.Where(grows, 2.0, 1.0), 0.5));
    }
}
