using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Matrices as a product of orthonormal columns and an upper triangle: <c>A = Q R</c>.</summary>
    /// <param name="x">Matrices, the last two axes.</param>
    /// <param name="mode"><c>reduced</c>: as many columns as the shorter side has; <c>complete</c>: as many as there
    /// are rows.</param>
    /// <example><code>
    /// var (q, r) = Ops.Qr(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }); // (3, 2), (2, 2)
    /// </code></example>
    public static (Tensor Q, Tensor R) Qr(Tensor x, string mode = "reduced")
    {
        if (mode is not ("reduced" or "complete"))
        {
            throw new ArgumentException(
                $"Qr: expected mode 'reduced' or 'complete'. Received: '{mode}'.", nameof(mode));
        }

        var results = new QrOp(mode).ApplyMany(x);
        return (results[0], results[1]);
    }

    private sealed record QrOp(string Mode) : MatrixOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            var (rows, columns) = Sides(x);
            var count = Mode == "complete" ? rows : Math.Min(rows, columns);
            var batch = x.Shape[..^2];
            return [x with { Shape = [.. batch, rows, count] }, x with { Shape = [.. batch, count, columns] }];
        }

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            Aten.CallMany("aten::linalg_qr"u8, default, outputs, inputs[0], Mode);

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (q, r) = (saved.OutputAt(0), saved.OutputAt(1));
            var (dq, dr) = (Conjugated(g[0]) ?? ZerosLike(q), Conjugated(g[1]) ?? ZerosLike(r));
            var (rows, columns) = (q.Shape[^2]!.Value, r.Shape[^1]!.Value);
            if (q.Shape[^1] > columns)
            {
                // The columns that complete the others follow them: dQ₂ = −Q₁ dQ₁ᴴ Q₂.
                var (first, rest) = Halves(q, columns);
                var (dfirst, drest) = Halves(dq, columns);
                dq = dfirst - Matmul(rest, Matmul(Adjoint(drest), first));
                (q, r, dr) = (first, r[TensorIndex.Ellipsis, ..columns, ..], dr[TensorIndex.Ellipsis, ..columns, ..]);
            }

            if (columns <= rows)
            {
                return [Conjugated(Tall(q, r, dq, dr))];
            }

            // A = (X Y), R = (U V): X = Q U, V = Qᴴ Y
            var (u, v) = Halves(r, rows);
            var (du, dv) = Halves(dr, rows);
            var dx = Tall(q, u, dq + Matmul(Matmul(q, v), Adjoint(dv)), du);
            return [Conjugated(Concatenate([dx, Matmul(q, dv)], axis: -1))];
        }

        private static (Tensor Left, Tensor Right) Halves(Tensor x, int columns) =>
            (x[TensorIndex.Ellipsis, ..columns], x[TensorIndex.Ellipsis, columns..]);

        // M = R dRᴴ − dQᴴ Q; dA = (dQ + Q H) R⁻ᴴ, where H is Hermitian and has the lower triangle of M
        private static Tensor Tall(Tensor q, Tensor r, Tensor dq, Tensor dr)
        {
            var m = Matmul(r, Adjoint(dr)) - Matmul(Adjoint(dq), q);
            var below = Tril(m, -1);
            var hermitian = below + Adjoint(below) + (Real(m) * EyeLike(Real(m)));
            return Adjoint(SolveTriangular(r, Adjoint(dq + Matmul(q, hermitian))));
        }
    }
}
