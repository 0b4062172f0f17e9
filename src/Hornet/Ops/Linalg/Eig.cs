using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The eigenvalues and the eigenvectors, as columns, of any square matrices; both are complex.</summary>
    /// <param name="x">Square matrices, the last two axes.</param>
    /// <example><code>var (w, v) = Ops.Eig(new float[,] { { 0, -1 }, { 1, 0 } }); // i and -i</code></example>
    public static (Tensor Eigenvalues, Tensor Eigenvectors) Eig(Tensor x)
    {
        var results = new EigOp().ApplyMany(x);
        return (results[0], results[1]);
    }

    private sealed record EigOp : MatrixOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = Squared(inputs[0]);
            var dtype = x.DType is DType.Float64 or DType.Complex128 ? DType.Complex128 : DType.Complex64;
            return [new TensorSpec(x.Shape[..^1], dtype), new TensorSpec(x.Shape, dtype)];
        }

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            Aten.CallMany("aten::linalg_eig"u8, default, outputs, inputs[0]);

        // dA = V⁻ᴴ (diag(dw) + (Vᴴ dV − Vᴴ V Re diag(Vᴴ dV)) / E) Vᴴ, where Eᵢⱼ is the conjugate of wⱼ − wᵢ off the
        // diagonal: the vectors keep their length 1.
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (w, v) = (saved.OutputAt(0), saved.OutputAt(1));
            var (adjoint, eye) = (Adjoint(v), EyeLike(Real(v)));
            var middle = g[0] is { } dw ? ExpandDims(Conjugate(dw), -1) * eye : null;
            if (Conjugated(g[1]) is { } dv)
            {
                var product = Matmul(adjoint, dv);
                var lengths = Sum(Real(product) * eye, axis: -2, keepdims: true);
                var gaps = Conjugate(ExpandDims(w, -2) - ExpandDims(w, -1)) + eye;
                var turned = (product - Matmul(adjoint, v * lengths)) * (1 - eye) / gaps;
                middle = middle is null ? turned : middle + turned;
            }

            var gx = Conjugate(Solve(adjoint, Matmul(middle!, adjoint)));
            return [saved.InputSpec(0).DType.IsComplex() ? gx : Real(gx)];
        }
    }
}
