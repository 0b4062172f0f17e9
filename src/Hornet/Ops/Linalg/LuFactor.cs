using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Matrices as a product <c>A = P L U</c> of a permutation and two triangles.</summary>
    /// <param name="x">Matrices, the last two axes.</param>
    /// <returns>
    /// L below the diagonal, where its ones are left out, and U; and with which row each row, one after the other,
    /// changed places.
    /// </returns>
    /// <example><code>
    /// var (lu, pivots) = Ops.LuFactor(new float[,] { { 1, 2 }, { 2, 2 } }); // 2, 2; 0.5, 1 and 1, 1
    /// </code></example>
    public static (Tensor Lu, Tensor Pivots) LuFactor(Tensor x)
    {
        var results = new LuFactorOp().ApplyMany(x);
        return (results[0], results[1]);
    }

    private sealed record LuFactorOp : MatrixOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            var (rows, columns) = Sides(x);
            return [x, new TensorSpec([.. x.Shape[..^2], Math.Min(rows, columns)], DType.Int32)];
        }

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            Keep("aten::linalg_lu_factor_ex"u8, outputs, inputs[0], true, false);
            using var fromOne = outputs[1];
            using var one = Kernels.Scalar(1, DType.Int32);
            outputs[1] = Kernels.Subtract(fromOne, one);
        }

        // With F = L₁⁻¹ (Pᵀ dA)₁₁ U₁⁻¹: dL₁ = L₁ tril(F, −1), dU₁ = triu(F) U₁, of the square that both share;
        // dL₂ = (Pᵀ dA)₂ U₁⁻¹ − L₂ triu(F) below it, dU₂ = L₁⁻¹ (Pᵀ dA)₂ − tril(F, −1) U₂ on its right.
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (lu, pivots, dlu) = (saved.OutputAt(0), saved.OutputAt(1), Conjugated(g[0])!);
            var (rows, columns) = (lu.Shape[^2]!.Value, lu.Shape[^1]!.Value);
            var side = Math.Min(rows, columns);
            var square = lu[TensorIndex.Ellipsis, ..side, ..side];
            var (l, u) = (Tril(square, -1) + EyeLike(square), Triu(square));
            var dsquare = dlu[TensorIndex.Ellipsis, ..side, ..side];
            var below = Matmul(Adjoint(l), Tril(dsquare, -1));
            var above = Matmul(Triu(dsquare), Adjoint(u));
            if (rows > side)
            {
                above -= Matmul(Adjoint(lu[TensorIndex.Ellipsis, side.., ..]), dlu[TensorIndex.Ellipsis, side.., ..]);
            }

            if (columns > side)
            {
                below -= Matmul(dlu[TensorIndex.Ellipsis, side..], Adjoint(lu[TensorIndex.Ellipsis, side..]));
            }

            var left = SolveTriangular(Adjoint(l), Tril(below, -1) + Triu(above));
            var permuted = TimesInverse(left, u);
            permuted = rows > side
                ? Concatenate([permuted, TimesInverse(dlu[TensorIndex.Ellipsis, side.., ..], u)], axis: -2)
                : permuted;
            permuted = columns > side
                ? Concatenate([permuted, SolveTriangular(Adjoint(l), dlu[TensorIndex.Ellipsis, side..])], axis: -1)
                : permuted;
            var places = ExpandDims(new PivotPlacesOp(rows).Apply(pivots), -1);
            return [Conjugated(TakeAlongAxis(permuted, BroadcastTo(places, permuted.Shape), axis: -2))];
        }

        // M U⁻ᴴ
        private static Tensor TimesInverse(Tensor m, Tensor u) => Adjoint(SolveTriangular(u, Adjoint(m)));
    }

    /// <summary>Where each row went when rows changed places.</summary>
    private sealed record PivotPlacesOp(int Rows) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => x with { Shape = [.. x.Shape[..^1], Rows] };

        protected override TensorHandle Run(TensorHandle x)
        {
            using var pivots = RowMajor.Copy(x, DType.Int32);
            var changes = pivots.Elements<int>();
            var steps = (int)x.Sizes[^1];
            var result = TensorHandle.Empty(DType.Int32, [.. x.Sizes[..^1], Rows]);
            var places = result.Elements<int>();
            var order = new int[Rows];
            for (var (from, to) = (0, 0); to < places.Length; (from, to) = (from + steps, to + Rows))
            {
                for (var row = 0; row < Rows; row++)
                {
                    order[row] = row;
                }

                for (var step = 0; step < steps; step++)
                {
                    var other = changes[from + step];
                    (order[step], order[other]) = (order[other], order[step]);
                }

                for (var row = 0; row < Rows; row++)
                {
                    places[to + order[row]] = row;
                }
            }

            return result;
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }
}
