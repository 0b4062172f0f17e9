using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Gradient descent, with momentum if wanted.</summary>
/// <remarks>Without momentum <c>w ← w − rate · g</c>.</remarks>
/// <example><code>var optimizer = new SGD(0.01, momentum: 0.9);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class SGD : Optimizer
{
    private Variable[] _momentums = [];

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.01 where null.</param>
    /// <param name="momentum">How much of the last step is made again: between 0 and 1.</param>
    /// <param name="nesterov">Whether the gradient is taken as if the momentum had moved the variable already.</param>
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
    public SGD(
        LearningRate? learningRate = null,
        double momentum = 0,
        bool nesterov = false,
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
            learningRate ?? 0.01, weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum,
            emaOverwriteFrequency, lossScaleFactor, gradientAccumulationSteps, name)
    {
        if (momentum is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"Expected momentum between 0 and 1. Received: {momentum}.", nameof(momentum));
        }

        Momentum = momentum;
        Nesterov = nesterov;
    }

    /// <summary>How much of the last step is made again: between 0 and 1.</summary>
    public double Momentum { get; }

    /// <summary>Whether the gradient is taken as if the momentum had moved the variable already.</summary>
    public bool Nesterov { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables) =>
        _momentums = Momentum != 0 ? AddOptimizerVariables(variables, "momentum") : [];

    // m ← momentum · m − rate · g,  w ← w + m;  with Nesterov's  w ← w + momentum · m − rate · g
    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var step = Ops.Cast(gradient, variable.DType) * Ops.Cast(learningRate, variable.DType);
        if (Momentum == 0)
        {
            variable.AssignSub(step);
            return;
        }

        var m = _momentums[IndexOf(variable)];
        m.Assign(m.Value * Momentum - step);
        variable.AssignAdd(Nesterov ? m.Value * Momentum - step : m);
    }
}
