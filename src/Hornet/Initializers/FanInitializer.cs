namespace Hornet.Initializers;

/// <summary>Draws values whose variance is that of a scale over the number of units a weight connects.</summary>
public abstract partial class FanInitializer : RandomInitializer
{
    // The standard deviation of a standard normal distribution that is cut off at 2.
    private const double TruncatedStddev = 0.87962566103423978;

    private readonly double _scale;
    private readonly string _mode;
    private readonly string _distribution;

    private protected FanInitializer(
        double scale,
        string mode,
        string distribution,
        Seed? seed,
        IReadOnlyList<int>? inputAxes,
        IReadOnlyList<int>? outputAxes)
        : base(seed)
    {
        (_scale, _mode, _distribution) = (scale, mode, distribution);
        (InputAxes, OutputAxes) = (inputAxes, outputAxes);
    }

    /// <summary>The axes of the inputs; found by the shape where null.</summary>
    public IReadOnlyList<int>? InputAxes { get; }

    /// <summary>The axes of the outputs; found by the shape where null.</summary>
    public IReadOnlyList<int>? OutputAxes { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var variance = _scale / Math.Max(1, Units(shape));
        return _distribution switch
        {
            "truncated_normal" => Keras.Random.TruncatedNormal(
                shape, 0, Math.Sqrt(variance) / TruncatedStddev, dtype, Source),
            "untruncated_normal" => Keras.Random.Normal(shape, 0, Math.Sqrt(variance), dtype, Source),
            _ => Keras.Random.Uniform(shape, -Math.Sqrt(3 * variance), Math.Sqrt(3 * variance), dtype, Source),
        };
    }

    /// <summary>The same draws, for a weight of which these axes are the inputs and the outputs.</summary>
    internal VarianceScaling WithAxes(IReadOnlyList<int> inputAxes, IReadOnlyList<int> outputAxes) =>
        new(_scale, _mode, _distribution, Source, inputAxes, outputAxes);

    private double Units(Shape shape)
    {
        var (fanIn, fanOut) = Fans(shape);
        return _mode switch { "fan_in" => fanIn, "fan_out" => fanOut, _ => (fanIn + fanOut) / 2 };
    }

    // The last axes are the inputs and the outputs; those before them, a kernel's window, multiply both.
    private (double In, double Out) Fans(Shape shape)
    {
        if (InputAxes is not null && OutputAxes is not null)
        {
            return (Size(shape, InputAxes), Size(shape, OutputAxes));
        }

        if (shape.Rank < 2)
        {
            return (shape.Size, shape.Size);
        }

        var window = (double)shape[..^2].Size;
        return (window * shape[^2]!.Value, window * shape[^1]!.Value);
    }

    private double Size(Shape shape, IReadOnlyList<int> axes) =>
        axes.Aggregate(1.0, (size, axis) => size * shape[shape.Resolve(axis, GetType().Name)]!.Value);
}
