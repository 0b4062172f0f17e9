using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Steps of about the same length for each element, whatever the size of its gradients.</summary>
/// <example><code>var optimizer = new Adam(learningRate: 3e-4);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class Adam : Optimizer
{
    private AdamStep? _step;

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.001 where null.</param>
    /// <param name="beta1">How much of the mean of the gradients stays with each step.</param>
    /// <param name="beta2">How much of the mean of their squares stays with each step.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="amsgrad">Whether the mean of the squares may only grow: AMSGrad.</param>
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
    public Adam(
        LearningRate? learningRate = null,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-7,
        bool amsgrad = false,
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
        Amsgrad = amsgrad;
    }

    /// <summary>How much of the mean of the gradients stays with each step.</summary>
    public double Beta1 { get; }

    /// <summary>How much of the mean of their squares stays with each step.</summary>
    public double Beta2 { get; }

    /// <summary>Keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <summary>Whether the mean of the squares may only grow: AMSGrad.</summary>
    public bool Amsgrad { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables)
    {
        var (momentums, velocities) = AddOptimizerVariables(variables, "momentum", "velocity");
        var largest = Amsgrad ? AddOptimizerVariables(variables, "velocity_hat") : [];
        _step = new AdamStep(Beta1, Beta2, Epsilon, momentums, velocities, largest);
    }

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        _step!.Run(
            gradient, variable, IndexOf(variable), learningRate, Iterations, DecayOf(variable, learningRate));
    }

    /// <inheritdoc/>
    private protected override void DecayWeights(Variable[] variables, Tensor rate)
    {
        // The step does.
    }
}
