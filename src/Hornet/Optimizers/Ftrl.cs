using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Follows the regularized leader: for large and sparse linear models.</summary>
/// <example><code>var optimizer = new Ftrl(learningRate: 0.1, l1RegularizationStrength: 0.001);</code></example>
[KerasExport("keras.optimizers")]
public sealed partial class Ftrl : Optimizer
{
    private Variable[] _accumulators = [];
    private Variable[] _linears = [];

    /// <summary>Makes the optimizer; its variables come with the first step.</summary>
    /// <param name="learningRate">How large the steps are: a number, or a schedule; 0.001 where null.</param>
    /// <param name="learningRatePower">How the rate falls with the sum of the squares: 0 or negative.</param>
    /// <param name="initialAccumulatorValue">Where the sums of the squares begin.</param>
    /// <param name="l1RegularizationStrength">The strength of the penalty on absolute values.</param>
    /// <param name="l2RegularizationStrength">The strength of the penalty on squares.</param>
    /// <param name="l2ShrinkageRegularizationStrength">
    /// The strength of the penalty on squares that goes into the gradient.
    /// </param>
    /// <param name="beta">Added to the sum of the squares, which makes the first steps smaller.</param>
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
    public Ftrl(
        LearningRate? learningRate = null,
        double learningRatePower = -0.5,
        double initialAccumulatorValue = 0.1,
        double l1RegularizationStrength = 0,
        double l2RegularizationStrength = 0,
        double l2ShrinkageRegularizationStrength = 0,
        double beta = 0,
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
        RequireNotNegative(initialAccumulatorValue, nameof(initialAccumulatorValue));
        RequireNotNegative(l1RegularizationStrength, nameof(l1RegularizationStrength));
        RequireNotNegative(l2RegularizationStrength, nameof(l2RegularizationStrength));
        RequireNotNegative(l2ShrinkageRegularizationStrength, nameof(l2ShrinkageRegularizationStrength));
        if (learningRatePower > 0)
        {
            throw new ArgumentException(
                $"Expected learningRatePower to be 0 or negative. Received: {learningRatePower}.",
                nameof(learningRatePower));
        }

        LearningRatePower = learningRatePower;
        InitialAccumulatorValue = initialAccumulatorValue;
        L1RegularizationStrength = l1RegularizationStrength;
        L2RegularizationStrength = l2RegularizationStrength;
        L2ShrinkageRegularizationStrength = l2ShrinkageRegularizationStrength;
        Beta = beta;
    }

    /// <summary>How the rate falls with the sum of the squares: 0 or negative.</summary>
    public double LearningRatePower { get; }

    /// <summary>Where the sums of the squares begin.</summary>
    public double InitialAccumulatorValue { get; }

    /// <summary>The strength of the penalty on absolute values.</summary>
    public double L1RegularizationStrength { get; }

    /// <summary>The strength of the penalty on squares.</summary>
    public double L2RegularizationStrength { get; }

    /// <summary>The strength of the penalty on squares that goes into the gradient.</summary>
    public double L2ShrinkageRegularizationStrength { get; }

    /// <summary>Added to the sum of the squares, which makes the first steps smaller.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    protected override void AddVariables(IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var pairs = variables
            .Select(variable => (
                Accumulator: AddFilled(variable, "accumulator", InitialAccumulatorValue),
                Linear: AddVariableFromReference(variable, "linear")))
            .ToArray();
        _accumulators = Array.ConvertAll(pairs, pair => pair.Accumulator);
        _linears = Array.ConvertAll(pairs, pair => pair.Linear);
    }

    // a' = a + g²,  l ← l + g + 2 λ w − w (a'⁻ᵖ − a⁻ᵖ) / rate
    // w ← (clip(l, ±λ₁) − l) / (a'⁻ᵖ / rate + 2 λ₂ + β / rate)
    // of the learning rate power p, and the strengths λ of the shrinkage, λ₁ and λ₂
    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var dtype = variable.DType;
        var g = Ops.Cast(gradient, dtype);
        var rate = Ops.Cast(learningRate, dtype);
        var index = IndexOf(variable);
        var (a, l) = (_accumulators[index], _linears[index]);
        var sum = a + Ops.Square(g);
        var root = Ops.Power(sum, -LearningRatePower);
        var shrunk = L2ShrinkageRegularizationStrength == 0
            ? g
            : g + variable.Value * (2 * L2ShrinkageRegularizationStrength);
        l.AssignAdd(shrunk - (root - Ops.Power(a, -LearningRatePower)) / rate * variable);
        var quadratic = root / rate + 2 * (L2RegularizationStrength + Beta / (2 * rate));
        var clipped = Ops.Clip(l, -L1RegularizationStrength, L1RegularizationStrength);
        variable.Assign((clipped - l) / quadratic);
        a.Assign(sum);
    }

    private static void RequireNotNegative(double value, string name)
    {
        if (!(value >= 0))
        {
            throw new ArgumentException($"Expected {name} to be 0 or positive. Received: {value}.", name);
        }
    }
}
