using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Steps of one length for every element, in the direction of the signs.</summary>
/// <example><code>var optimizer = new Lion(learningRate: 1e-4);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class Lion : Optimizer
{
    private Variable[] _momentums = [];

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.001 where null.</param>
    /// <param name="beta1">How much the mean counts beside the gradient: above 0, at most 1.</param>
    /// <param name="beta2">How much of the mean of the gradients stays with each step.</param>
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
    public Lion(
        LearningRate? learningRate = null,
        double beta1 = 0.9,
        double beta2 = 0.99,
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
        if (beta1 is not (> 0 and <= 1))
        {
            throw new ArgumentException($"Expected beta1 above 0 and at most 1. Received: {beta1}.", nameof(beta1));
        }

        Beta1 = beta1;
        Beta2 = beta2;
    }

    /// <summary>How much the mean counts beside the gradient: above 0, at most 1.</summary>
    public double Beta1 { get; }

    /// <summary>How much of the mean of the gradients stays with each step.</summary>
    public double Beta2 { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables) =>
        _momentums = AddOptimizerVariables(variables, "momentum");

    // w ← w − rate · sign(β₁ m + (1 − β₁) g),  m ← β₂ m + (1 − β₂) g
    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var dtype = variable.DType;
        var g = Ops.Cast(gradient, dtype);
        var rate = Ops.Cast(learningRate, dtype);
        var m = _momentums[IndexOf(variable)];
        variable.AssignSub(rate * Ops.Sign(m.Value * Beta1 + g * (1 - Beta1)));
        m.Assign(m.Value * Beta2 + g * (1 - Beta2));
    }
}
