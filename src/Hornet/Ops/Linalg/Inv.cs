using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The inverse of matrices.</summary>
    /// <param name="x">Square matrices, the last two axes.</param>
    /// <example><code>var inverse = Ops.Inv(new float[,] { { 2, 0 }, { 0, 4 } }); // 0.5, 0; 0, 0.25</code></example>
    public static Tensor Inv(Tensor x) => new InvOp().Apply(x);

    private sealed record InvOp : MatrixOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs) => [Squared(inputs[0])];

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            Keep("aten::linalg_inv_ex"u8, outputs, inputs[0], false);

        // dA = −A⁻ᵀ g A⁻ᵀ
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var transposed = Transposed(saved.Output);
            return [-Matmul(Matmul(transposed, g[0]!), transposed)];
        }
    }
}
