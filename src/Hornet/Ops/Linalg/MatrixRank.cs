using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>How many rows of matrices are independent: how many singular values are above a bound.</summary>
    /// <param name="x">Matrices, the last two axes.</param>
    /// <param name="tol">The bound; the greatest value times the longer side times the rounding unit where null.
    /// </param>
    /// <example><code>var rank = Ops.MatrixRank(new float[,] { { 1, 2 }, { 2, 4 } }); // 1</code></example>
    public static Tensor MatrixRank(Tensor x, double? tol = null) => new MatrixRankOp(tol).Apply(x);

    private sealed record MatrixRankOp(double? Tol) : MatrixOp
    {
        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs) =>
            [new TensorSpec(inputs[0].Shape[..^2], DType.Int32)];

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var x = inputs[0];
            using var values = Aten.Call("aten::linalg_svdvals"u8, default, x, Argument.None);
            using var wide = RowMajor.Copy(values, DType.Float64);
            var all = wide.Elements<double>();
            var count = (int)values.Sizes[^1];
            outputs[0] = TensorHandle.Empty(DType.Int32, x.Sizes[..^2]);
            var ranks = outputs[0].Elements<int>();
            var part = Math.Max(x.Sizes[^1], x.Sizes[^2]) * RoundingUnit(x.DType);
            for (var matrix = 0; matrix < ranks.Length; matrix++)
            {
                var own = all.Slice(matrix * count, count); // in falling order
                var bound = Tol ?? (count > 0 ? own[0] * part : 0);
                ranks[matrix] = own.ToArray().Count(value => value > bound);
            }
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [null];
    }
}
