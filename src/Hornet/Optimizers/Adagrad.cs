using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Divides each gradient by the root of the sum of its squares so far.</summary>
/// <example><code>var optimizer = new Adagrad(learningRate: 0.01);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class Adagrad : Optimizer
{
    private Variable[] _accumulators = [];

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.001 where null.</param>
    /// <param name="initialAccumulatorValue">Where the sums of the squares begin.</param>
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
    public Adagrad(
        LearningRate? learningRate = null,
        double initialAccumulatorValue = 0.1,
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
        InitialAccumulatorValue = initialAccumulatorValue;
        Epsilon = epsilon;
    }

    /// <summary>Where the sums of the squares begin.</summary>
    public double InitialAccumulatorValue { get; }

    /// <summary>Keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables) => _accumulators =
        [.. variables.Select(variable => AddFilled(variable, "accumulator", InitialAccumulatorValue))];

    // a ← a + g²,  w ← w − rate · g / √(a + ε)
    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var dtype = variable.DType;
        var g = Ops.Cast(gradient, dtype);
        var rate = Ops.Cast(learningRate, dtype);
        var a = _accumulators[IndexOf(variable)];
        a.AssignAdd(Ops.Square(g));
        variable.AssignSub(rate * g / Ops.Sqrt(a.Value + Epsilon));
    }
}
