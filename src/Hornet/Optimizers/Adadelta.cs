using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Steps in proportion to the steps before, without a rate that must be tuned.</summary>
/// <example><code>var optimizer = new Adadelta(learningRate: 1.0);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class Adadelta : Optimizer
{
    private Variable[] _accumulatedGrads = [];
    private Variable[] _accumulatedDeltaVars = [];

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.001 where null.</param>
    /// <param name="rho">How much of the means stays with each step.</param>
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
    public Adadelta(
        LearningRate? learningRate = null,
        double rho = 0.95,
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
        Rho = rho;
        Epsilon = epsilon;
    }

    /// <summary>How much of the means stays with each step.</summary>
    public double Rho { get; }

    /// <summary>Keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables) =>
        (_accumulatedGrads, _accumulatedDeltaVars) =
            AddOptimizerVariables(variables, "accumulated_grad", "accumulated_delta_var");

    // a ← ρ a + (1 − ρ) g²,  δ = −g √(d + ε) / √(a + ε),  d ← ρ d + (1 − ρ) δ²,  w ← w + rate · δ
    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var dtype = variable.DType;
        var g = Ops.Cast(gradient, dtype);
        var rate = Ops.Cast(learningRate, dtype);
        var index = IndexOf(variable);
        var (a, d) = (_accumulatedGrads[index], _accumulatedDeltaVars[index]);
        a.Assign(a.Value * Rho + Ops.Square(g) * (1 - Rho));
        var delta = -(Ops.Sqrt(d.Value + Epsilon) * g / Ops.Sqrt(a.Value + Epsilon));
        d.Assign(d.Value * Rho + Ops.Square(delta) * (1 - Rho));
        variable.AssignAdd(rate * delta);
    }
}
