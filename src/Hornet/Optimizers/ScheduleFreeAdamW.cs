using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Adam that averages its own path, in place of a schedule that lets the rate fall.</summary>
/// <example><code>var optimizer = new ScheduleFreeAdamW(learningRate: 0.0025);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class ScheduleFreeAdamW : Optimizer
{
    private Variable[] _momentums = [];
    private Variable[] _velocities = [];

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.0025 where null.</param>
    /// <param name="beta1">How much of the mean of the gradients stays with each step.</param>
    /// <param name="beta2">How much of the mean of their squares stays with each step.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="warmupSteps">Over how many steps the rate rises to its value.</param>
    /// <param name="weightDecay">How much smaller the variables get with each step, times the learning rate.</param>
    /// <param name="clipnorm">The largest norm that the gradient of one variable may have.</param>
    /// <param name="clipvalue">The largest absolute value that an element of a gradient may have.</param>
    /// <param name="globalClipnorm">The largest norm that all gradients together may have.</param>
    /// <param name="useEma">Whether to keep a moving average of the variables.</param>
    /// <param name="emaMomentum">How much of the average stays with each step.</param>
    /// <param name="emaOverwriteFrequency">After how many steps the variables are set to their average.</param>
    /// <param name="lossScaleFactor">What the loss is multiplied by.</param>
    /// <param name="gradientAccumulationSteps">Over how many steps gradients are averaged before an update.</param>
    /// <param name="name">The name; made up where null.</param>
    /// <exception cref="ArgumentException">An argument is out of its range, or more than one clips.</exception>
    public ScheduleFreeAdamW(
        LearningRate? learningRate = null,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        int warmupSteps = 0,
        double? weightDecay = null,
        double? clipnorm = null,
        double? clipvalue = null,
        double? globalClipnorm = null,
        bool useEma = false,
        double emaMomentum = 0.99,
        int? emaOverwriteFrequency = null,
        double? lossScaleFactor = null,
        int? gradientAccumulationSteps = null,
        string? name = null)
        : base(
            learningRate ?? 0.0025, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum,
            emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
    {
        Beta1 = beta1;
        Beta2 = beta2;
        Epsilon = epsilon;
        WarmupSteps = warmupSteps;
    }

    /// <summary>How much of the mean of the gradients stays with each step.</summary>
    public double Beta1 { get; }

    /// <summary>How much of the mean of their squares stays with each step.</summary>
    public double Beta2 { get; }

    /// <summary>Keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <summary>Over how many steps the rate rises to its value.</summary>
    public int WarmupSteps { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        (_momentums, _velocities) = AddOptimizerVariables(variables, "momentum", "velocity");
        for (var i = 0; i < variables.Count; i++)
        {
            _momentums[i].Assign(variables[i]);
        }
    }

    // v ← v + (g² − v)(1 − β₂),  z' = z − rate · g / (√(v / (1 − β₂ᵗ)) + ε),  x = (w − (1 − β₁) z) / β₁
    // x' = (1 − 1/t) x + z' / t,  w ← (1 − β₁) z' + β₁ x'
    // of the path z, its mean x, and w between both, where gradients are taken
    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var dtype = variable.DType;
        var g = Ops.Cast(gradient, dtype);
        var rate = Ops.Cast(learningRate, dtype);
        var index = IndexOf(variable);
        var (z, v) = (_momentums[index], _velocities[index]);
        var (beta1, beta2) = (Ops.Cast(Beta1, dtype), Ops.Cast(Beta2, dtype));
        var t = Ops.Cast(Iterations + 1, dtype);
        rate = WarmupSteps > 0 ? rate * Ops.Minimum(t / WarmupSteps, 1.0) : rate;
        v.AssignAdd((Ops.Square(g) - v) * (1 - beta2));
        var mean = (variable - z.Value * (1 - beta1)) / beta1;
        var root = Ops.Sqrt(v / (1 - Ops.Power(beta2, t)));
        z.AssignSub(rate * g / (root + Epsilon));
        var weight = 1 / t;
        mean = (1 - weight) * mean + weight * z;
        variable.Assign(z.Value * (1 - beta1) + mean * beta1);
    }
}
