namespace Hornet;

public static partial class Ops
{
    /// <summary>Adds places around a tensor, as many at both ends of every axis.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="padWidth">How many places there are to be before and after each axis.</param>
    /// <param name="mode">What stands there: see the overload that takes a pair for each axis.</param>
    /// <param name="constantValues">The constant, in mode <c>constant</c> only; 0 where null.</param>
    /// <example><code>var y = Ops.Pad(x, 1); // (4, 5)</code></example>
    public static Tensor Pad(Tensor x, int padWidth, string mode = "constant", Tensor? constantValues = null) =>
        Pad(x, [(padWidth, padWidth)], mode, constantValues);

    /// <summary>Adds places around a tensor, as many before, and as many after every axis.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="padWidth">How many places there are to be before, and how many after each axis.</param>
    /// <param name="mode">What stands there: see the overload that takes a pair for each axis.</param>
    /// <param name="constantValues">The constant, in mode <c>constant</c> only; 0 where null.</param>
    /// <example><code>var y = Ops.Pad(x, (0, 1)); // (3, 4)</code></example>
    public static Tensor Pad(
        Tensor x, (int Before, int After) padWidth, string mode = "constant", Tensor? constantValues = null) =>
        Pad(x, [padWidth], mode, constantValues);

    /// <summary>Adds places around a tensor.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="padWidth">How many places to add before and after each axis; one pair counts for all.</param>
    /// <param name="mode">
    /// What stands there: <c>constant</c>; <c>edge</c>, the nearest element; <c>reflect</c> and <c>symmetric</c>, the
    /// tensor mirrored without and with its edge; <c>wrap</c>, the tensor again; <c>empty</c>, what is to be replaced;
    /// <c>maximum</c>, <c>minimum</c>, <c>mean</c>, <c>median</c>, that of the axis; <c>linear_ramp</c>, numbers from
    /// the edge down to 0.
    /// </param>
    /// <param name="constantValues">The constant, in mode <c>constant</c> only; 0 where null.</param>
    /// <example><code>var y = Ops.Pad(x, [(1, 1), (0, 2)], mode: "edge"); // (4, 5)</code></example>
    public static Tensor Pad(
        Tensor x, (int Before, int After)[] padWidth, string mode = "constant", Tensor? constantValues = null)
    {
        ArgumentNullException.ThrowIfNull(padWidth);
        if (constantValues is not null && mode != "constant")
        {
            throw new ArgumentException(
                $"Pad: expected constantValues in mode 'constant' only. Received: mode='{mode}'.",
                nameof(constantValues));
        }

        var op = new PadOp([.. padWidth], mode);
        return constantValues is null ? op.Apply(x) : op.Apply(x, constantValues);
    }

    private sealed record PadOp(ValueList<(int Before, int After)> PadWidth, string Mode) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            var widths = Widths(x);
            return Mode switch
            {
                "constant" => new PadConstantOp(widths).Apply(x, inputs.Length > 1 ? inputs[1] : 0),
                "empty" => new PadConstantOp(widths).Apply(x, 0),
                "edge" or "reflect" or "symmetric" or "wrap" => new PadIndexedOp(widths, Mode).Apply(x),
                "maximum" => Around(x, widths, (part, axis) => Max(part, axis, keepdims: true)),
                "minimum" => Around(x, widths, (part, axis) => Min(part, axis, keepdims: true)),
                "mean" => Around(x, widths, (part, axis) => Mean(part, axis, keepdims: true)),
                "median" => Around(x, widths, (part, axis) => Median(part, axis, keepdims: true)),
                "linear_ramp" => Ramp(x, widths),
                _ => throw new ArgumentException(
                    "Pad: expected a mode of 'constant', 'edge', 'reflect', 'symmetric', 'wrap', 'empty', 'maximum', " +
                    $"'minimum', 'mean', 'median' or 'linear_ramp'. Received: '{Mode}'."),
            };
        }

        // One axis after the other, so that the corners have what is around the padded axes.
        private static Tensor Around(
            Tensor x, ValueList<(int Before, int After)> widths, Func<Tensor, Axes, Tensor> statistic)
        {
            for (var axis = 0; axis < widths.Count; axis++)
            {
                if (widths[axis] != default)
                {
                    var value = statistic(x, axis);
                    value = Cast(x.DType.IsInteger() ? Round(value) : value, x.DType);
                    x = Concatenate([Copies(widths[axis].Before), x, Copies(widths[axis].After)], axis);

                    Tensor Copies(int count) => Take(value, Zeros([count], DType.Int32), axis);
                }
            }

            return x;
        }

        private static Tensor Ramp(Tensor x, ValueList<(int Before, int After)> widths)
        {
            for (var axis = 0; axis < widths.Count; axis++)
            {
                if (widths[axis] != default)
                {
                    var (before, after) = widths[axis];
                    x = Concatenate([Rise(0, before), x, Flip(Rise(-1, after), axis)], axis);

                    Tensor Rise(int edge, int count) =>
                        Linspace(0, Take(x, edge, axis), count, endpoint: false, x.DType, axis);
                }
            }

            return x;
        }

        private ValueList<(int Before, int After)> Widths(Tensor x)
        {
            if ((PadWidth.Count != 1 && PadWidth.Count != x.Rank)
                || PadWidth.Any(pair => pair.Before < 0 || pair.After < 0))
            {
                throw new ShapeException(
                    ClassName, "a pair of numbers of 0 or more for each axis of x, or one for all",
                    $"padWidth={PadWidth}, x={x.Spec}");
            }

            return PadWidth.Count == x.Rank ? PadWidth : [.. Enumerable.Repeat(PadWidth[0], x.Rank)];
        }
    }

    /// <summary>The shape with places added to its axes.</summary>
    private static Shape Padded(Shape shape, ValueList<(int Before, int After)> widths) =>
        [.. shape.Zip(widths, (size, width) => size + width.Before + width.After)];
}
