namespace Hornet;

public static partial class Ops
{
    /// <summary>Divides by the norm along an axis, so that it becomes 1.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="order">The order of the norm: 2 is the Euclidean one.</param>
    /// <param name="epsilon">The least that is divided by; <c>Keras.Config.Epsilon()</c> where null.</param>
    /// <example><code>var unit = Ops.Normalize(new float[] { 3, 4 }); // 0.6, 0.8</code></example>
    public static Tensor Normalize(Tensor x, int axis = -1, int order = 2, double? epsilon = null) =>
        new NormalizeOp(axis, order, epsilon).Apply(x);

    /// <summary>Divides by the norm along axes, or of the whole tensor.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes; all where null.</param>
    /// <param name="order">The order of the norm: 2 is the Euclidean one.</param>
    /// <param name="epsilon">The least that is divided by; <c>Keras.Config.Epsilon()</c> where null.</param>
    /// <example><code>var unit = Ops.Normalize(x, axis: null);</code></example>
    public static Tensor Normalize(Tensor x, Axes? axis, int order = 2, double? epsilon = null) =>
        new NormalizeOp(axis, order, epsilon).Apply(x);

    private sealed record NormalizeOp(Axes? Axis, int Order, double? Epsilon) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            if (Order < 1)
            {
                throw new ArgumentException($"Normalize: expected an order of at least 1. Received: order={Order}.");
            }

            var dtype = Promotion.ToFloating(inputs[0].DType);
            var x = Cast(inputs[0], dtype.IsFloat8() ? DType.Float32 : dtype);
            return Cast(Unit(x.Rank == 0 ? ExpandDims(x, 0) : x), dtype);
        }

        private Tensor Unit(Tensor x)
        {
            var epsilon = Epsilon ?? Keras.Config.Epsilon();
            return Order == 2
                ? x * Rsqrt(Maximum(Sum(Square(x), Axis, keepdims: true), epsilon * epsilon))
                : x / Maximum(Norm(x, Order, Axis, keepdims: true), epsilon);
        }
    }
}
