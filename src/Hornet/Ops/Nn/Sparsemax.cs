namespace Hornet;

public static partial class Ops
{
    /// <summary>Normalises an axis to a distribution in which small elements are 0, as Keras has it.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axis.</param>
    /// <example><code>var p = Ops.Sparsemax(x);</code></example>
    public static Tensor Sparsemax(Tensor x, int axis = -1) => new SparsemaxOp(axis).Apply(x);

    private sealed record SparsemaxOp(int Axis) : ActivationOp
    {
        // The support are those, in falling order, for which 1 + r·z > Σ z; what is above the threshold is kept.
        protected override Tensor Formula(Tensor x)
        {
            var axis = x.Shape.Resolve(Axis, ClassName);
            var falling = -Sort(-x, axis);
            var sums = Cumsum(falling, axis);
            var isInside = falling - ((sums - 1) / Cumsum(OnesLike(x), axis)) > 0;
            var count = Sum(isInside, axis, keepdims: true);
            var threshold = (Sum(Where(isInside, sums, 0), axis, keepdims: true) - 1) / count;
            return Maximum(x - threshold, 0);
        }
    }
}
