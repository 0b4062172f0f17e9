namespace Hornet;

public static partial class Ops
{
    /// <summary>Two axes in each other's place. Copies nothing.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis1">The first axis.</param>
    /// <param name="axis2">The second axis.</param>
    /// <example><code>var y = Ops.Swapaxes(x, 0, -1); // (3, 2)</code></example>
    public static Tensor Swapaxes(Tensor x, int axis1, int axis2) => new SwapaxesOp(axis1, axis2).Apply(x);

    private sealed record SwapaxesOp(int Axis1, int Axis2) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            int[] order = [.. Enumerable.Range(0, x.Rank)];
            var (first, second) = (x.Shape.Resolve(Axis1, ClassName), x.Shape.Resolve(Axis2, ClassName));
            (order[first], order[second]) = (second, first);
            return Transpose(x, order);
        }
    }
}
