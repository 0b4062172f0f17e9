using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// <c>X = U diag(s) Vᴴ</c>, with as many singular values, in falling order, as the shorter side has.
    /// </summary>
    /// <remarks>The results are U, s and Vᴴ. The dtype is one of floats.</remarks>
    private sealed record ThinSvdOp : MatrixOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            var (rows, columns) = (x.Shape[^2], x.Shape[^1]);
            var shorter = rows is null || columns is null ? null : (int?)Math.Min(rows.Value, columns.Value);
            var batch = x.Shape[..^2];
            return
            [
                x with { Shape = [.. batch, rows, shorter] },
                new TensorSpec([.. batch, shorter], x.DType.RealPart()),
                x with { Shape = [.. batch, shorter, columns] },
            ];
        }

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            Aten.CallMany("aten::linalg_svd"u8, default, outputs, inputs[0], false, Argument.None);

        // With E the differences sⱼ² − sᵢ² (1 on the diagonal) and skew A = A − Aᴴ:
        // M = (skew(Uᴴ dU) diag(s) + diag(s) skew(Vᴴ dV)) / E + diag(ds), dX = U M Vᴴ,
        // and what of dU lies outside of the columns of U, or of dV outside of those of V, divided by s.
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (u, s, vh) = (saved.OutputAt(0), saved.OutputAt(1), saved.OutputAt(2));
            var (gu, gs, gvh) = (Conjugated(g[0]), g[1], Conjugated(g[2]));
            var (rows, columns) = (ExpandDims(s, -1), ExpandDims(s, -2));
            var eye = Eye(s.Shape[^1]!.Value, dtype: s.DType);
            var distance = Square(columns) - Square(rows) + eye;
            var middle = gs is null ? ZerosLike(distance) : ExpandDims(gs, -1) * eye;
            var left = gu is null ? null : Skew(Matmul(Adjoint(u), gu)) / distance;
            middle = left is null ? middle : middle + (left * columns);
            middle = gvh is null ? middle : middle + (rows * (Skew(Matmul(vh, Adjoint(gvh))) / distance));

            // The phase of a complex pair of vectors is free.
            middle = left is not null && u.DType.IsComplex() ? middle + (left * eye / (rows * 2)) : middle;
            var gx = Matmul(Matmul(u, Cast(middle, u.DType)), vh);
            gx = gu is null ? gx : gx + Matmul(Outside(gu / columns, u), vh);
            gx = gvh is null ? gx : gx + Matmul(u, Adjoint(Outside(Adjoint(gvh) / columns, Adjoint(vh))));
            return [Conjugated(gx)];
        }

        // (I − B Bᴴ) A
        private static Tensor Outside(Tensor a, Tensor b) => a - Matmul(b, Matmul(Adjoint(b), a));

        private static Tensor Skew(Tensor a) => a - Adjoint(a);
    }
}
