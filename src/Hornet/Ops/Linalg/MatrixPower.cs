namespace Hornet;

public static partial class Ops
{
    /// <summary>The product of matrices with themselves.</summary>
    /// <param name="x">Square matrices, the last two axes.</param>
    /// <param name="n">How often; the identity of 0, and of negative numbers powers of the inverse.</param>
    /// <example><code>var z = Ops.MatrixPower(new float[,] { { 1, 1 }, { 0, 1 } }, 3); // 1, 3; 0, 1</code></example>
    public static Tensor MatrixPower(Tensor x, int n) => new MatrixPowerOp(n).Apply(x);

    private sealed record MatrixPowerOp(int N) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            if (x.Rank < 2 || x.Shape[^1] != x.Shape[^2])
            {
                throw new ShapeException(ClassName, "square matrices", $"x={x.Spec}");
            }

            if (N == 0)
            {
                return EyeLike(x);
            }

            // Square after square, of those that the binary digits of n ask for.
            x = N < 0 ? Inv(x) : x;
            var square = x;
            Tensor? product = null;
            for (var digits = Math.Abs((long)N); digits > 0; digits >>= 1)
            {
                product = (digits & 1) == 0 ? product : product is null ? square : Matmul(product, square);
                square = digits > 1 ? Matmul(square, square) : square;
            }

            return Cast(product!, x.DType);
        }
    }
}
