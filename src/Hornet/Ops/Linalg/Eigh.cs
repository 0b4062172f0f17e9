using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The eigenvalues, in rising order, and the eigenvectors, as columns, of Hermitian matrices.</summary>
    /// <param name="x">Hermitian matrices, the last two axes; of others the Hermitian part counts.</param>
    /// <example><code>
    /// var (w, v) = Ops.Eigh(new float[,] { { 2, 0 }, { 0, 1 } }); // 1, 2 and their vectors
    /// </code></example>
    public static (Tensor Eigenvalues, Tensor Eigenvectors) Eigh(Tensor x)
    {
        var results = new EighOp().ApplyMany(x);
        return (results[0], results[1]);
    }

    private sealed record EighOp : MatrixOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = Squared(inputs[0]);
            return [new TensorSpec(x.Shape[..^1], x.DType.RealPart()), x];
        }

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var x = Hermitian(inputs[0]);
            Aten.CallMany("aten::linalg_eigh"u8, default, outputs, x, "L");
        }

        // dA = V (diag(dw) + Vᴴ dV / E) Vᴴ, where Eᵢⱼ = wⱼ − wᵢ off the diagonal
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (w, v) = (saved.OutputAt(0), saved.OutputAt(1));
            var eye = EyeLike(Real(v));
            var middle = g[0] is { } dw ? Cast(ExpandDims(dw, -1) * eye, v.DType) : null;
            if (Conjugated(g[1]) is { } dv)
            {
                var gaps = ExpandDims(w, -2) - ExpandDims(w, -1) + eye;
                var turned = Matmul(Adjoint(v), dv) * (1 - eye) / gaps;
                middle = middle is null ? turned : middle + turned;
            }

            var gx = Matmul(Matmul(v, middle!), Adjoint(v));
            return [Conjugated((gx + Adjoint(gx)) * 0.5)];
        }
    }
}
