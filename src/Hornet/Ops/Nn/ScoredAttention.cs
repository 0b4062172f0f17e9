namespace Hornet;

/// <summary>Attention of (batch, heads, length, depth), in ops.</summary>
internal static class ScoredAttention
{
    private const double Share = -0.7; // of the greatest number: far below any score, and nothing added overflows

    /// <summary>softmax(q kᵀ · scale + bias) v, the scores and their softmax in float32 at least.</summary>
    public static Tensor InOps(
        Tensor query, Tensor key, Tensor value, Tensor? bias, Tensor? mask, double scale, bool isCausal)
    {
        var wide = Promotion.Common(query.DType, DType.Float32);
        var scores = Ops.Matmul(Ops.Cast(query, wide), Ops.Swapaxes(Ops.Cast(key, wide), 2, 3)) * scale;
        scores = bias is null ? scores : Ops.Cast(scores + bias, wide);
        if (isCausal)
        {
            var causal = new BandMaskOp(-2, -1, IsCausal: true, Window: null).Apply(scores, scores);
            mask = mask is null ? causal : Ops.LogicalAnd(causal, mask);
        }

        scores = mask is null ? scores : Ops.Where(mask, scores, Unseen(wide));
        return Ops.Matmul(Ops.Cast(Ops.Softmax(scores), value.DType), value);
    }

    /// <summary>The score of a key that a query may not see.</summary>
    public static double Unseen(DType dtype) =>
        Share * (dtype == DType.Float64 ? double.MaxValue : (double)float.MaxValue);
}
