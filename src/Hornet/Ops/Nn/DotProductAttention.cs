namespace Hornet;

public static partial class Ops
{
    /// <summary>Attention: to each query the values, weighted by how well their keys fit.</summary>
    /// <param name="query">(batch, queries, heads, depth).</param>
    /// <param name="key">(batch, keys, heads, depth); of fewer heads each serves as many heads of the query.</param>
    /// <param name="value">(batch, keys, heads, depth of values), with the heads of the keys.</param>
    /// <param name="bias">Added to the scores; broadcasts to (batch, heads, queries, keys).</param>
    /// <param name="mask">Where true a query may see a key; broadcasts as the bias does.</param>
    /// <param name="scale">What the scores are multiplied with; <c>1 / √depth</c> where null.</param>
    /// <param name="isCausal">Whether a query sees no key that comes later.</param>
    /// <param name="flashAttention">
    /// Whether one kernel does it all without the matrix of scores: true asks for it, null takes it where it can.
    /// </param>
    /// <param name="attnLogitsSoftCap">Keras has it on TPUs only: expected to be null.</param>
    /// <exception cref="ArgumentException">
    /// A shape does not fit, a soft cap is asked for, or the one kernel where it cannot do it.
    /// </exception>
    /// <example><code>
    /// var q = new float[1, 4, 2, 8];
    /// var z = Ops.DotProductAttention(q, q, q, isCausal: true); // (1, 4, 2, 8)
    /// </code></example>
    public static Tensor DotProductAttention(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor? bias = null,
        Tensor? mask = null,
        double? scale = null,
        bool isCausal = false,
        bool? flashAttention = null,
        double? attnLogitsSoftCap = null)
    {
        Tensor?[] inputs = [query, key, value, bias, mask];
        return new DotProductAttentionOp(isCausal, flashAttention, attnLogitsSoftCap)
        {
            Scale = scale,
            HasBias = bias is not null,
            HasMask = mask is not null,
        }.Apply([.. inputs.OfType<Tensor>()]);
    }

    private sealed record DotProductAttentionOp(bool IsCausal, bool? FlashAttention, double? AttnLogitsSoftCap)
        : Composite
    {
        public double? Scale { get; init; }

        public bool HasBias { get; init; }

        public bool HasMask { get; init; }

        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            Check(inputs);
            var dtype = Promotion.Common(inputs[..3]);
            var heads = inputs[0].Shape[2];
            var query = ByHead(inputs[0], dtype);
            var (key, value) = (Grouped(ByHead(inputs[1], dtype), heads), Grouped(ByHead(inputs[2], dtype), heads));
            var bias = HasBias ? WithHeads(Cast(inputs[3], dtype), heads) : null;
            var mask = HasMask ? WithHeads(inputs[^1], heads) : null;
            var scale = Scale ?? DefaultScale(query, key);
            var isCausal = IsCausal && mask is null;
            mask = mask is null || !IsCausal ? mask
                : LogicalAnd(mask, new BandMaskOp(-2, -2, IsCausal, Window: null).Apply(query, key));
            var y = CanFuse(query, key, value, bias)
                ? FlashAttentionOp.Attend(query, key, value, mask, scale, isCausal)
                : ScoredAttention.InOps(query, key, value, bias, mask, scale, isCausal);
            return Transpose(Cast(y, dtype), [0, 2, 1, 3]);
        }

        private static double DefaultScale(Tensor query, Tensor key) =>
            1 / Math.Sqrt(query.Shape[3] ?? key.Shape[3] ?? 1); // unknown in a trace that is thrown away only

        // (batch, heads, length, depth), without a copy
        private static Tensor ByHead(Tensor x, DType dtype) => Transpose(Cast(x, dtype), [0, 2, 1, 3]);

        // Each head of the keys for its group of heads of the query.
        private static Tensor Grouped(Tensor x, int? heads) =>
            x.Shape[1] == heads || heads is null || x.Shape[1] is null
            ? x
            : Repeat(x, heads.Value / x.Shape[1]!.Value, axis: 1);

        private static Tensor WithHeads(Tensor x, int? heads)
        {
            while (x.Rank < 4)
            {
                x = ExpandDims(x, x.Rank == 3 ? x.Shape[1] == heads ? 2 : 1 : 0);
            }

            return x;
        }

        private bool CanFuse(Tensor query, Tensor key, Tensor value, Tensor? bias)
        {
            var can = bias is null && query.DType.IsFloating()
                && Shape.Agree(query.Shape[3], value.Shape[3]) && Shape.Agree(key.Shape[3], query.Shape[3])
                && query.Shape[2] is not 0 && key.Shape[2] is not 0;
            return can || FlashAttention != true ? can && FlashAttention != false : throw new ArgumentException(
                "DotProductAttention: expected no bias, and keys and values of one depth, for flash_attention=true. " +
                $"Received: query={query.Spec}, value={value.Spec}, bias={bias?.Spec}.");
        }

        private void Check(ReadOnlySpan<Tensor> inputs)
        {
            if (AttnLogitsSoftCap is { } cap)
            {
                throw new ArgumentException(
                    "DotProductAttention: expected attn_logits_soft_cap to be null, since it is for TPUs only. " +
                    $"Received: {cap}.");
            }

            var (query, key, value) = (inputs[0].Shape, inputs[1].Shape, inputs[2].Shape);
            var fits = query.Rank == 4 && key.Rank == 4 && value.Rank == 4
                && Shape.Agree(key[..3], value[..3]) && Shape.Agree(query[0], key[0]) && Shape.Agree(query[3], key[3])
                && (key[2] is not { } heads || (heads > 0 && query[2] % heads is null or 0));
            if (!fits)
            {
                throw new ShapeException(
                    ClassName,
                    "queries, keys and values (batch, length, heads, depth) that fit",
                    $"query={inputs[0].Spec}, key={inputs[1].Spec}, value={inputs[2].Spec}");
            }
        }
    }
}
