using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Divides each gradient by the root of the moving mean of its squares.</summary>
/// <example><code>var optimizer = new RMSprop(learningRate: 1e-3, momentum: 0.9);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class RMSprop : Optimizer
{
    private Variable[] _velocities = [];
    private Variable[] _momentums = [];
    private Variable[] _averageGradients = [];

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.001 where null.</param>
    /// <param name="rho">How much of the mean of the squares stays with each step.</param>
    /// <param name="momentum">How much of the last step is made again.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="centered">Whether the squares are taken of the distances from the mean.</param>
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
    public RMSprop(
        LearningRate? learningRate = null,
        double rho = 0.9,
        double momentum = 0,
        double epsilon = 1e-7,
        bool centered = false,
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
        Momentum = momentum;
        Epsilon = epsilon;
        Centered = centered;
    }

    /// <summary>How much of the mean of the squares stays with each step.</summary>
    public double Rho { get; }

    /// <summary>How much of the last step is made again.</summary>
    public double Momentum { get; }

    /// <summary>Keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <summary>Whether the squares are taken of the distances from the mean.</summary>
    public bool Centered { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables)
    {
        _velocities = AddOptimizerVariables(variables, "velocity");
        _momentums = Momentum > 0 ? AddOptimizerVariables(variables, "momentum") : [];
        _averageGradients = Centered ? AddOptimizerVariables(variables, "average_gradient") : [];
    }

    // v ← ρ v + (1 − ρ) g²,  step = rate · g / √(v + ε),  m ← momentum · m + step,  w ← w − m
    // where centered takes v − ḡ² for v, of ḡ ← ρ ḡ + (1 − ρ) g
    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var dtype = variable.DType;
        var g = Ops.Cast(gradient, dtype);
        var rate = Ops.Cast(learningRate, dtype);
        var index = IndexOf(variable);
        var v = _velocities[index];
        v.Assign(v.Value * Rho + Ops.Square(g) * (1 - Rho));
        var step = rate * g / Ops.Sqrt((Centered ? v - MeanSquared(g, index) : v) + Epsilon);
        if (Momentum > 0)
        {
            var m = _momentums[index];
            m.Assign(m.Value * Momentum + step);
            step = m;
        }

        variable.AssignSub(step);
    }

    private Tensor MeanSquared(Tensor gradient, int index)
    {
        var mean = _averageGradients[index];
        mean.Assign(mean.Value * Rho + gradient * (1 - Rho));
        return Ops.Square(mean);
    }
}
