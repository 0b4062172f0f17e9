using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>What solves <c>a x = b</c>.</summary>
    /// <param name="a">Square matrices, the last two axes.</param>
    /// <param name="b">Matrices of as many rows; or with one axis less, vectors.</param>
    /// <example><code>
    /// var z = Ops.Solve(new float[,] { { 1, 2 }, { 4, 5 } }, new float[] { 5, 14 }); // 1, 2
    /// </code></example>
    public static Tensor Solve(Tensor a, Tensor b) => new SolveOp().Apply(a, b);

    private sealed record SolveOp : SolutionOp
    {
        protected override Tensor Matrices(Tensor a, Tensor b) => new LinearSystemOp().Apply(a, b);
    }

    private sealed record LinearSystemOp : SystemOp
    {
        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            Keep("aten::linalg_solve_ex"u8, outputs, inputs[0], inputs[1], true, false);

        // db = A⁻ᵀ g, dA = −db xᵀ
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var db = new LinearSystemOp().Apply(Transposed(saved.Input(0)), g[0]!);
            return [saved.Wants(0) ? -Matmul(db, Transposed(saved.Output)) : null, db];
        }
    }
}
