using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Normalises each channel over the batch, with learnt scale and offset.</summary>
/// <remarks>
/// In training with the statistics of the batch, which move the moving ones; otherwise, and where
/// <see cref="Layer.Trainable"/> is false, with the moving ones. Steps that a mask leaves out do not count.
/// </remarks>
/// <example><code>var y = new BatchNormalization().Apply(x, training: true);</code></example>
[KerasExport("keras.layers")]
public sealed partial class BatchNormalization : Layer
{
    private Variable? _movingMean;
    private Variable? _movingVariance;
    private RenormStatistics? _renorm;

    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="axis">The axis of the channels.</param>
    /// <param name="momentum">How much of the moving statistics stays at each step.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="center">Whether an offset, beta, is learnt.</param>
    /// <param name="scale">Whether a factor, gamma, is learnt.</param>
    /// <param name="betaInitializer">Makes the offset's first value; <c>zeros</c> where null.</param>
    /// <param name="gammaInitializer">Makes the factor's first value; <c>ones</c> where null.</param>
    /// <param name="movingMeanInitializer">Makes the moving mean's first value; <c>zeros</c> where null.</param>
    /// <param name="movingVarianceInitializer">Makes the moving variance's first value; <c>ones</c> where null.</param>
    /// <param name="betaRegularizer">A penalty on the offset.</param>
    /// <param name="gammaRegularizer">A penalty on the factor.</param>
    /// <param name="betaConstraint">What the offset is brought back to after each update.</param>
    /// <param name="gammaConstraint">What the factor is brought back to after each update.</param>
    /// <param name="renorm">Whether batches are corrected towards the moving statistics (batch
    /// renormalization).</param>
    /// <param name="renormClipping">Bounds of the corrections: <c>rmin</c>, <c>rmax</c>, <c>dmax</c>.</param>
    /// <param name="renormMomentum">How much of the statistics that correct stays at each step.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights; where not, it runs as outside of training.</param>
    /// <exception cref="ArgumentException">The bounds of the corrections are not what they can be.</exception>
    public BatchNormalization(
        int axis = -1,
        double momentum = 0.99,
        double epsilon = 1e-3,
        bool center = true,
        bool scale = true,
        Initializer? betaInitializer = null,
        Initializer? gammaInitializer = null,
        Initializer? movingMeanInitializer = null,
        Initializer? movingVarianceInitializer = null,
        Regularizer? betaRegularizer = null,
        Regularizer? gammaRegularizer = null,
        Constraint? betaConstraint = null,
        Constraint? gammaConstraint = null,
        bool renorm = false,
        IReadOnlyDictionary<string, double>? renormClipping = null,
        double renormMomentum = 0.99,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable)
    {
        Axis = axis;
        Momentum = momentum;
        Epsilon = epsilon;
        (Center, Scale) = (center, scale);
        BetaInitializer = betaInitializer ?? "zeros";
        GammaInitializer = gammaInitializer ?? "ones";
        MovingMeanInitializer = movingMeanInitializer ?? "zeros";
        MovingVarianceInitializer = movingVarianceInitializer ?? "ones";
        (BetaRegularizer, GammaRegularizer) = (betaRegularizer, gammaRegularizer);
        (BetaConstraint, GammaConstraint) = (betaConstraint, gammaConstraint);
        Renorm = renorm;
        RenormClipping = renorm ? RenormStatistics.Checked(renormClipping ?? new Dictionary<string, double>())
            : renormClipping;
        RenormMomentum = renormMomentum;
        SupportsMasking = true;
    }

    /// <summary>The axis of the channels.</summary>
    public int Axis { get; }

    /// <summary>How much of the moving statistics stays at each step.</summary>
    public double Momentum { get; }

    /// <summary>Keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <summary>Whether an offset is learnt.</summary>
    public bool Center { get; }

    /// <summary>Whether a factor is learnt.</summary>
    public bool Scale { get; }

    /// <summary>Makes the offset's first value.</summary>
    public Initializer BetaInitializer { get; }

    /// <summary>Makes the factor's first value.</summary>
    public Initializer GammaInitializer { get; }

    /// <summary>Makes the moving mean's first value.</summary>
    public Initializer MovingMeanInitializer { get; }

    /// <summary>Makes the moving variance's first value.</summary>
    public Initializer MovingVarianceInitializer { get; }

    /// <summary>A penalty on the offset.</summary>
    public Regularizer? BetaRegularizer { get; }

    /// <summary>A penalty on the factor.</summary>
    public Regularizer? GammaRegularizer { get; }

    /// <summary>What the offset is brought back to after each update.</summary>
    public Constraint? BetaConstraint { get; }

    /// <summary>What the factor is brought back to after each update.</summary>
    public Constraint? GammaConstraint { get; }

    /// <summary>Whether batches are corrected towards the moving statistics.</summary>
    public bool Renorm { get; }

    /// <summary>Bounds of the corrections.</summary>
    public IReadOnlyDictionary<string, double>? RenormClipping { get; }

    /// <summary>How much of the statistics that correct stays at each step.</summary>
    public double RenormMomentum { get; }

    /// <summary>The factor: one for each channel; null without one.</summary>
    public Variable? Gamma { get; private set; }

    /// <summary>The offset: one for each channel; null without one.</summary>
    public Variable? Beta { get; private set; }

    /// <summary>The moving mean: one for each channel.</summary>
    public Variable MovingMean => Weight(_movingMean);

    /// <summary>The moving variance: one for each channel.</summary>
    public Variable MovingVariance => Weight(_movingVariance);

    internal override IReadOnlyList<string> CallArgumentNames => ["mask"];

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        var size = inputShape[inputShape.Resolve(Axis, $"{ClassName} '{Name}'")];
        Gamma = Scale
            ? AddWeight(
                "gamma", [size], GammaInitializer, regularizer: GammaRegularizer, constraint: GammaConstraint,
                autocast: false)
            : null;
        Beta = Center
            ? AddWeight(
                "beta", [size], BetaInitializer, regularizer: BetaRegularizer, constraint: BetaConstraint,
                autocast: false)
            : null;
        _movingMean = Statistic("moving_mean", MovingMeanInitializer);
        _movingVariance = Statistic("moving_variance", MovingVarianceInitializer);
        _renorm = Renorm
            ? new RenormStatistics(
                Deviation("moving_stddev"), Statistic("renorm_mean", MovingMeanInitializer), Deviation("renorm_stddev"))
            : null;
        InputSpec =
            [new InputSpec(ndim: inputShape.Rank, axes: new Dictionary<int, int?> { [Axis] = size })];

        Variable Statistic(string name, Initializer initializer) =>
            AddWeight(name, [size], initializer, trainable: false, autocast: false);

        Variable Deviation(string name)
        {
            var deviation = Statistic(name, MovingVarianceInitializer);
            deviation.Assign(Ops.Sqrt(deviation.Raw));
            return deviation;
        }
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var mask = context.Mask is { IsLeaf: true, Value: { } given } ? given : null;
        if (mask is not null && mask.Rank != x.Rank - 1)
        {
            throw Unfit($"a mask of one axis less than the input, which has {x.Rank}", mask.Spec);
        }

        // Sums over a batch overflow in 16 bits.
        var wide = Ops.Cast(x, Promotion.Common(x.DType, DType.Float32));
        var dtype = wide.DType;
        var (mean, variance) = (Ops.Cast(MovingMean.Raw, dtype), Ops.Cast(MovingVariance.Raw, dtype));
        var (gamma, beta) = (Cast(Gamma), Cast(Beta));
        if (context.Training && Trainable)
        {
            (mean, variance) = Moments(wide, mask);
            if (_renorm is null)
            {
                Move(MovingMean, mean, Momentum);
                Move(MovingVariance, variance, Momentum);
            }
            else
            {
                (gamma, beta) = _renorm.Correct(this, mean, variance, gamma, beta);
            }
        }

        return Ops.Cast(Ops.BatchNormalization(wide, mean, variance, Axis, beta, gamma, Epsilon), ComputeDType);

        Tensor? Cast(Variable? weight) => weight is null ? null : Ops.Cast(weight.Raw, dtype);
    }

    /// <summary>variable = variable · momentum + value · (1 − momentum)</summary>
    internal static Tensor Move(Variable variable, Tensor value, double momentum)
    {
        var moved = Ops.Cast(variable.Raw, value.DType) * momentum + value * (1 - momentum);
        variable.Assign(moved);
        return moved;
    }

    // Of a batch that counts as a whole, or: mean = Σ w·x / (Σ w + ε), variance = Σ w·(x − mean)² / (Σ w + ε)
    private (Tensor Mean, Tensor Variance) Moments(Tensor x, Tensor? mask)
    {
        var channel = x.Shape.Resolve(Axis, ClassName);
        Axes others = [.. Enumerable.Range(0, x.Rank).Where(axis => axis != channel)];
        if (mask is null)
        {
            return Ops.Moments(x, others);
        }

        var counts = Ops.LogicalAnd(
            Ops.Cast(Ops.ExpandDims(mask, axis: -1), DType.Bool), Ops.OnesLike(x, DType.Bool));
        var (zeros, weights) = (Ops.ZerosLike(x), Ops.Cast(counts, x.DType));
        var total = Ops.Sum(weights, others, keepdims: true) + Keras.Config.Epsilon();
        var mean = Ops.Sum(Ops.Where(counts, x, zeros), others, keepdims: true) / total;
        var squares = Ops.Square(Ops.Where(counts, x - mean, zeros));
        var variance = Ops.Sum(squares, others, keepdims: true) / total;
        return (Ops.Squeeze(mean, others), Ops.Squeeze(variance, others));
    }

    private static void UpgradeConfig(ConfigReader config)
    {
        if (config.Take("synchronized")?.GetValueKind() is System.Text.Json.JsonValueKind.True)
        {
            throw new ArgumentException(
                "BatchNormalization: expected synchronized=False, since the statistics of a batch are those of one " +
                "device. Received: synchronized=True.");
        }

        // Keras 2 wrote a list of one axis.
        if (config.Has("axis") && config.Take("axis") is { } axis)
        {
            config.Set("axis", axis is System.Text.Json.Nodes.JsonArray { Count: 1 } list
                ? list[0]?.DeepClone()
                : axis);
        }
    }

    private static void ExtendConfig(System.Text.Json.Nodes.JsonObject config) => config["synchronized"] = false;
}
