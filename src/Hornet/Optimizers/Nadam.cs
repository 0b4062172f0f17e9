using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Adam with Nesterov's momentum.</summary>
/// <example><code>var optimizer = new Nadam(learningRate: 1e-3);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class Nadam : Optimizer
{
    private Variable[] _momentums = [];
    private Variable[] _velocities = [];
    private Variable? _uProduct;

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
    public Nadam(
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
    protected override void AddVariables(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        (_momentums, _velocities) = AddOptimizerVariables(variables, "momentum", "velocity");
        var dtype = variables.Count > 0 ? variables[0].DType : Keras.Config.Floatx();
        _uProduct = Own(new Variable(Ops.Ones([], dtype), trainable: false));
    }

    // m ← m + (g − m)(1 − β₁),  v ← v + (g² − v)(1 − β₂),  w ← w − rate · m̂ / (√v̂ + ε)
    // where m̂ = uₜ₊₁ m / (1 − Πuₜ₊₁) + (1 − uₜ) g / (1 − Πuₜ) and v̂ = v / (1 − β₂ᵗ)
    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var dtype = variable.DType;
        var g = Ops.Cast(gradient, dtype);
        var rate = Ops.Cast(learningRate, dtype);
        var index = IndexOf(variable);
        var (m, v) = (_momentums[index], _velocities[index]);
        var (u, next) = (U(1, dtype), U(2, dtype));
        var product = Ops.Cast(_uProduct!, dtype);
        var power = Ops.Power(Ops.Cast(Beta2, dtype), Ops.Cast(Iterations + 1, dtype));
        m.AssignAdd((g - m) * (1 - Beta1));
        v.AssignAdd((Ops.Square(g) - v) * (1 - Beta2));
        var mean = m * (next / (1 - product * next)) + g * ((1 - u) / (1 - product));
        variable.AssignSub(mean * rate / (Ops.Sqrt(v / (1 - power)) + Epsilon));
    }

    /// <inheritdoc/>
    private protected override void UpdateSteps(Tensor[] gradients, Variable[] variables, Tensor learningRate)
    {
        _uProduct!.Assign(_uProduct.Value * U(1, _uProduct.DType));
        base.UpdateSteps(gradients, variables, learningRate);
    }

    // uₜ = β₁ (1 − 0.96ᵗ / 2)
    private Tensor U(int ahead, DType dtype) =>
        Beta1 * (1 - 0.5 * Ops.Power(Ops.Cast(0.96, dtype), Ops.Cast(Iterations + ahead, dtype)));
}
