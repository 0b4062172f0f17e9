using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Adam with steps in proportion to the norm of each variable: for large batches.</summary>
/// <example><code>var optimizer = new Lamb(learningRate: 1e-3);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class Lamb : Optimizer
{
    private Variable[] _momentums = [];
    private Variable[] _velocities = [];

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.001 where null.</param>
    /// <param name="beta1">How much of the mean of the gradients stays with each step.</param>
    /// <param name="beta2">How much of the mean of their squares stays with each step.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
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
    public Lamb(
        LearningRate? learningRate = null,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-7,
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
            learningRate ?? 0.001, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum,
            emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
    {
        Beta1 = beta1;
        Beta2 = beta2;
        Epsilon = epsilon;
    }

    /// <summary>How much of the mean of the gradients stays with each step.</summary>
    public double Beta1 { get; }

    /// <summary>How much of the mean of their squares stays with each step.</summary>
    public double Beta2 { get; }

    /// <summary>Keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables) =>
        (_momentums, _velocities) = AddOptimizerVariables(variables, "momentum", "velocity");

    // m ← m + (g − m)(1 − β₁),  v ← v + (g² − v)(1 − β₂),  u = m̂ / (√v̂ + ε),  w ← w − ‖w‖ / ‖u‖ · rate · u
    // where m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ)
    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var dtype = variable.DType;
        var g = Ops.Cast(gradient, dtype);
        var rate = Ops.Cast(learningRate, dtype);
        var index = IndexOf(variable);
        var (m, v) = (_momentums[index], _velocities[index]);
        var t = Ops.Cast(Iterations + 1, dtype);
        m.AssignAdd((g - m) * (1 - Beta1));
        v.AssignAdd((Ops.Square(g) - v) * (1 - Beta2));
        var mean = m / (1 - Ops.Power(Ops.Cast(Beta1, dtype), t));
        var square = v / (1 - Ops.Power(Ops.Cast(Beta2, dtype), t));
        var update = mean / (Ops.Sqrt(square) + Epsilon);
        variable.AssignSub(update * (Ratio(Norm(variable), Norm(update)) * rate));
    }

    private static Tensor Norm(Tensor x) => Ops.Sqrt(Ops.Sum(Ops.Square(x)));

    // 1 where either norm is 0
    private static Tensor Ratio(Tensor weight, Tensor update) =>
        Ops.Where(Ops.LogicalAnd(weight > 0, update > 0), weight / update, 1.0);
}
