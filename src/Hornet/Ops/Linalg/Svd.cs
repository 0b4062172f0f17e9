using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Matrices as a product <c>U diag(s) Vᴴ</c> of orthonormal ones, with s in falling order.</summary>
    /// <param name="x">Matrices, the last two axes.</param>
    /// <param name="fullMatrices">Whether U and V are square; otherwise they have as many columns as the shorter side.
    /// What completes them is not differentiable.</param>
    /// <param name="computeUv">Whether to give U, s and Vᴴ, and not s alone.</param>
    /// <example><code>
    /// var values = Ops.Svd(new float[,] { { 3, 0 }, { 0, 4 } }, computeUv: false); // 4, 3
    /// </code></example>
    public static Nested<Tensor> Svd(Tensor x, bool fullMatrices = true, bool computeUv = true)
    {
        var results = new SVDOp(fullMatrices, computeUv).ApplyMany(x);
        return results is [var values] ? Nested.Leaf(values) : results;
    }

    private sealed record SVDOp(bool FullMatrices, bool ComputeUv) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs)[0];

        protected override Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs)
        {
            var x = Cast(inputs[0], Promotion.ToFloating(inputs[0].DType));
            if (x.Rank < 2 || x.Shape[^1] is null || x.Shape[^2] is null)
            {
                throw new ShapeException(ClassName, "matrices whose sides are of known lengths", $"x={x.Spec}");
            }

            return !ComputeUv ? [new ThinSvdOp().ApplyMany(x)[1]]
                : FullMatrices && x.Shape[^1] != x.Shape[^2] ? new FullSvdOp().ApplyMany(x)
                : new ThinSvdOp().ApplyMany(x);
        }
    }

    /// <summary>Of matrices that are not square, with the vectors that complete U or V.</summary>
    private sealed record FullSvdOp : MatrixOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec[] Results(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            var (rows, columns) = Sides(x);
            var batch = x.Shape[..^2];
            return
            [
                x with { Shape = [.. batch, rows, rows] },
                new TensorSpec([.. batch, Math.Min(rows, columns)], x.DType.RealPart()),
                x with { Shape = [.. batch, columns, columns] },
            ];
        }

        protected override void Compute(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            Aten.CallMany("aten::linalg_svd"u8, default, outputs, inputs[0], true, Argument.None);

        // dA = U diag(ds) Vᴴ, of the vectors that belong to s: computed anew, since they can be differentiated again
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            if (g[0] is not null || g[2] is not null || g[1] is null)
            {
                throw new NotSupportedException(
                    "SVD: expected no gradient of singular vectors that complete a basis. Call it with " +
                    "fullMatrices: false.");
            }

            var thin = new ThinSvdOp().ApplyMany(saved.Input(0));
            return [Conjugated(Matmul(thin[0] * Cast(ExpandDims(g[1]!, -2), thin[0].DType), thin[2]))];
        }
    }
}
