using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The triangular factor of positive definite matrices: <c>L</c> of <c>A = L Lᴴ</c>.</summary>
    /// <param name="x">Hermitian matrices, the last two axes; of others the Hermitian part counts.</param>
    /// <param name="upper">Whether to give <c>Lᴴ</c>.</param>
    /// <exception cref="ArgumentException">A matrix is not positive definite.</exception>
    /// <example><code>var factor = Ops.Cholesky(new float[,] { { 4, 2 }, { 2, 2 } }); // 2, 0; 1, 1</code></example>
    public static Tensor Cholesky(Tensor x, bool upper = false) => new CholeskyOp(upper).Apply(x);

    /// <summary>The inverse of matrices, of their Cholesky factors: <c>(L Lᴴ)⁻¹</c>.</summary>
    /// <param name="x">Triangular matrices, the last two axes, as <see cref="Cholesky"/> gives them.</param>
    /// <param name="upper">Whether the factors are upper triangles.</param>
    /// <example><code>var inverse = Ops.CholeskyInverse(Ops.Cholesky(new float[,] { { 4 } })); // 0.25</code></example>
    public static Tensor CholeskyInverse(Tensor x, bool upper = false) => new CholeskyInverseOp(upper).Apply(x);

    private sealed record CholeskyOp(bool Upper) : MatrixOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs) => [Squared(inputs[0])];

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var x = Hermitian(inputs[0]);
            Span<TensorHandle> results = stackalloc TensorHandle[2];
            Aten.CallMany("aten::linalg_cholesky_ex"u8, default, results, x, Upper, false);
            using var info = results[1];
            outputs[0] = results[0];
            foreach (var order in info.Elements<int>())
            {
                if (order != 0)
                {
                    outputs[0].Dispose();
                    throw new ArgumentException(
                        "Cholesky: expected positive definite matrices. Received: one whose leading minor of order " +
                        $"{order} is not positive.");
                }
            }
        }

        // S = L⁻ᴴ Φ(Lᴴ dL) L⁻¹, where Φ is the lower triangle with half the diagonal; dA = (S + Sᴴ) / 2
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (factor, dl) = (saved.Output, Conjugated(g[0])!);
            var lower = Upper ? Adjoint(factor) : factor;
            var product = Matmul(Adjoint(lower), Upper ? Adjoint(dl) : dl);
            var half = Tril(product) - (Tril(Triu(product)) * 0.5);
            var left = SolveTriangular(Adjoint(lower), half);
            var s = SolveTriangular(Adjoint(lower), Adjoint(left));
            return [Conjugated((s + Adjoint(s)) * 0.5)];
        }
    }

    private sealed record CholeskyInverseOp(bool Upper) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = Cast(inputs[0], Promotion.ToFloating(inputs[0].DType));
            if (x.Rank < 2)
            {
                throw new ShapeException(ClassName, "matrices: a tensor of at least two axes", $"x={x.Spec}");
            }

            var inverse = SolveTriangular(x, EyeLike(x), lower: !Upper);
            return Upper ? Matmul(inverse, Transposed(inverse)) : Matmul(Transposed(inverse), inverse);
        }
    }
}
