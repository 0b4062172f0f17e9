namespace Hornet;

public static partial class Ops
{
    /// <summary>Divides by the root of the mean square over axes: <c>x / √(mean(x²) + ε) · scale</c>.</summary>
    /// <param name="x">Any tensor of numbers. Half precision is computed in float32.</param>
    /// <param name="scale">What the result is multiplied with; nothing where null.</param>
    /// <param name="axis">The axes; the last one where null.</param>
    /// <param name="epsilon">What keeps the division finite; <c>Keras.Config.Epsilon()</c> where null.</param>
    /// <example><code>var z = Ops.RmsNormalization(x);</code></example>
    public static Tensor RmsNormalization(Tensor x, Tensor? scale = null, Axes? axis = null, double? epsilon = null)
    {
        var op = new RMSNormOp(axis ?? -1, epsilon);
        return scale is null ? op.Apply(x) : op.Apply(x, scale);
    }

    private sealed record RMSNormOp(Axes Axis, double? Epsilon) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = inputs[0].DType;
            var x = Cast(inputs[0], Promotion.Common(dtype, DType.Float32));
            x = x.Rank == 0 ? ExpandDims(x, 0) : x;
            var y = x * Rsqrt(Mean(Square(x), Axis, keepdims: true) + (Epsilon ?? Keras.Config.Epsilon()));
            return Cast(inputs.Length > 1 ? y * Cast(inputs[1], x.DType) : y, dtype);
        }
    }
}
