namespace Hornet.Layers;

/// <content>How it computes.</content>
public abstract partial class BaseMultiHeadAttention
{
    /// <summary>Makes the weights for a query, a value and a key of known shapes, as the first call would.</summary>
    /// <param name="queryShape">The shape of the query, with the batch axis, whose size may be unknown.</param>
    /// <param name="valueShape">The shape of the value.</param>
    /// <param name="keyShape">The shape of the key; that of the value where null.</param>
    public void BuildFor(Shape queryShape, Shape valueShape, Shape? keyShape = null)
    {
        ArgumentNullException.ThrowIfNull(queryShape);
        ArgumentNullException.ThrowIfNull(valueShape);
        var named = new Dictionary<string, Nested<Shape>> { ["value"] = valueShape };
        if (keyShape is not null)
        {
            named["key"] = keyShape;
        }

        BuildFor(queryShape, named);
    }

    /// <summary>Applies this layer to a query and what it attends to.</summary>
    /// <param name="query">(batch, queries, features)</param>
    /// <param name="value">(batch, keys, features)</param>
    /// <param name="key">(batch, keys, features); the value where null.</param>
    /// <param name="valueMask">(batch, keys): which values count; what the value carries where null.</param>
    /// <param name="keyMask">(batch, keys): which keys count; what the key carries where null.</param>
    /// <param name="attentionMask">
    /// Which query may see which key: (batch, queries, keys), or what broadcasts to (batch, heads, queries, keys).
    /// </param>
    /// <param name="training">Whether this is training; as the layer around this one says where null.</param>
    /// <param name="useCausalMask">Whether a query sees no key that comes later.</param>
    /// <returns>The query's shape, with the features of the output.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Tensor Apply(
        Tensor query,
        Tensor value,
        Tensor? key = null,
        Tensor? valueMask = null,
        Tensor? keyMask = null,
        Tensor? attentionMask = null,
        bool? training = null,
        bool useCausalMask = false) =>
        Attend([query, value, key, valueMask, keyMask, attentionMask], null, training, useCausalMask).Value;

    /// <summary>Applies this layer to a query and what it attends to; where asked gives the attention too.</summary>
    /// <inheritdoc cref="Apply(Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, bool?, bool)"/>
    /// <param name="query">(batch, queries, features)</param>
    /// <param name="value">(batch, keys, features)</param>
    /// <param name="key">(batch, keys, features); the value where null.</param>
    /// <param name="valueMask">(batch, keys): which values count; what the value carries where null.</param>
    /// <param name="keyMask">(batch, keys): which keys count; what the key carries where null.</param>
    /// <param name="attentionMask">Which query may see which key.</param>
    /// <param name="returnAttentionScores">Whether (batch, heads, queries, keys) of attention come as well.</param>
    /// <param name="training">Whether this is training; as the layer around this one says where null.</param>
    /// <param name="useCausalMask">Whether a query sees no key that comes later.</param>
    /// <returns>The output, or a list of the output and the attention.</returns>
    public Nested<Tensor> ApplyMany(
        Tensor query,
        Tensor value,
        Tensor? key = null,
        Tensor? valueMask = null,
        Tensor? keyMask = null,
        Tensor? attentionMask = null,
        bool returnAttentionScores = false,
        bool? training = null,
        bool useCausalMask = false) => Attend(
            [query, value, key, valueMask, keyMask, attentionMask],
            returnAttentionScores ? true : null,
            training,
            useCausalMask);

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        var query = inputs.Value;
        var value = context.Argument("value")?.Value ?? throw NoValue(query.Spec);
        var key = context.Argument("key")?.Value;
        var (isCausal, returnsScores) = (context.Flag("use_causal_mask"), context.Flag("return_attention_scores"));
        var mask = AttentionMask(query, value, key, context);
        if (mask is not null || SlidingWindow is not null)
        {
            mask = And(mask, Band(query, value, isCausal));
            isCausal = false; // the mask has it
        }

        var gate = _gateDense?.Apply(query);
        Tensor[] heads = [QueryDense.Apply(query), KeyDense.Apply(key ?? value), ValueDense.Apply(value)];
        var (output, scores) = Attend(heads, mask, isCausal, returnsScores, context.Training);
        var y = OutputDense.Apply(gate is null ? output : output * gate);
        return returnsScores ? Nested.List<Tensor>([y, scores]) : y;
    }

    /// <summary>Which queries count: Keras looks at what the query carries.</summary>
    private protected virtual Tensor? QueryMask(Tensor query, CallContext context) => query.KerasMask;

    /// <summary>How many axes of keys a query attends to.</summary>
    private protected virtual int AttentionRank => 1;

    private protected abstract double Scale { get; }

    /// <summary>The scores of queries and keys before the softmax, and what queries see with them after it.</summary>
    private protected abstract (Tensor Scores, Func<Tensor, Tensor> Combine) Score(
        Tensor query, Tensor key, Tensor value);

    private Nested<Tensor> Attend(Tensor?[] tensors, bool? returnsScores, bool? training, bool useCausalMask)
    {
        ArgumentNullException.ThrowIfNull(tensors[0], "query");
        ArgumentNullException.ThrowIfNull(tensors[1], "value");
        string[] names = ["value", "key", "value_mask", "key_mask", "attention_mask"];
        var named = new Dictionary<string, Nested<Tensor>>();
        foreach (var (name, tensor) in names.Zip(tensors.Skip(1)))
        {
            if (tensor is not null)
            {
                named[name] = tensor;
            }
        }

        var flags = new Dictionary<string, bool>();
        if (returnsScores is true)
        {
            flags["return_attention_scores"] = true;
        }

        if (useCausalMask)
        {
            flags["use_causal_mask"] = true;
        }

        string[] positional = tensors[2] is null ? ["value"] : ["value", "key"];
        return Enter(new CallArguments(tensors[0], named, training, flags) { Positional = positional });
    }

    private (Tensor Output, Tensor? Scores) Attend(
        Tensor[] heads, Tensor? mask, bool isCausal, bool returnsScores, bool training)
    {
        if (returnsScores && FlashAttention == true)
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': expected no use of the scores where one kernel does it all. Received: "
                + "flashAttention=true and return_attention_scores=True. Leave flashAttention out.");
        }

        var (query, key, value) = (heads[0], heads[1], heads[2]);
        // Without a mask the softmax over scores gives the very same; of a query that may see nothing it does not.
        var isDropped = Dropout > 0 && (training || mask is not null);
        if (query.Rank == 4 && AttentionRank == 1 && !returnsScores && !isDropped)
        {
            return (Ops.DotProductAttention(
                query, key, value, mask: Expanded(mask, 4), scale: Scale, isCausal: isCausal,
                flashAttention: FlashAttention), null);
        }

        var (scores, combine) = Score(query * Scale, key, value);
        mask = isCausal ? new BandMaskOp(1, 1, IsCausal: true, Window: null).Apply(query, key) : mask;
        scores = _softmax!.Apply(scores, mask: Expanded(mask, scores.Rank));
        return (combine(Dropout > 0 ? _dropoutLayer!.Apply(scores, training) : scores), scores);
    }

    // From the axis of the heads on, a mask has those of the queries and of the keys.
    private Tensor? Expanded(Tensor? mask, int rank)
    {
        while (mask is not null && mask.Rank < rank)
        {
            mask = Ops.ExpandDims(mask, axis: Math.Max((-2 * AttentionRank) - 1, -mask.Rank - 1));
        }

        return mask;
    }

    private Tensor? AttentionMask(Tensor query, Tensor value, Tensor? key, CallContext context)
    {
        var queries = QueryMask(query, context);
        var values = context.Argument("value_mask")?.Value ?? value.KerasMask;
        var keys = context.Argument("key_mask")?.Value ?? key?.KerasMask;
        var mask = queries is null ? null : Ops.ExpandDims(Ops.Cast(queries, DType.Bool), -1);
        mask = And(mask, values is null ? null : Ops.ExpandDims(Ops.Cast(values, DType.Bool), -2));
        mask = And(mask, keys is null ? null : Ops.ExpandDims(Ops.Cast(keys, DType.Bool), -2));
        return And(context.Argument("attention_mask")?.Value is { } given ? Ops.Cast(given, DType.Bool) : null, mask);
    }

    private Tensor? Band(Tensor query, Tensor value, bool isCausal) => isCausal || SlidingWindow is not null
        ? new BandMaskOp(1, 1, isCausal, SlidingWindow).Apply(query, value)
        : null;

    private static Tensor? And(Tensor? x, Tensor? y) =>
        x is null ? y : y is null ? x : Ops.LogicalAnd(x, y);
}
