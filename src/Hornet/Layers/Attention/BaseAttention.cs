namespace Hornet.Layers;

/// <summary>Attention without projections: to each query the values, weighted by the scores of their keys.</summary>
public abstract partial class BaseAttention : Layer
{
    private readonly SeedGenerator? _seedGenerator;

    private protected BaseAttention(
        bool useScale, double dropout, Seed? seed, string? name, DTypePolicy? dtype, bool trainable)
        : base(name, dtype, trainable)
    {
        UseScale = useScale;
        Dropout = RegularizationRate.Checked(dropout, nameof(dropout));
        Seed = seed;
        _seedGenerator = RegularizationRate.Generator(dropout, seed);
        SupportsMasking = true;
    }

    /// <summary>Whether scores have a scale that is learnt.</summary>
    public bool UseScale { get; }

    /// <summary>Which part of the attention is dropped in training.</summary>
    public double Dropout { get; }

    /// <summary>Where the randomness of what is dropped starts; drawn where null.</summary>
    public Seed? Seed { get; }

    internal override IReadOnlyList<string> CallArgumentNames => ["mask"];

    internal override IReadOnlyList<string> CallFlagNames => ["return_attention_scores", "use_causal_mask"];

    /// <summary>Applies this layer to a query and what it attends to.</summary>
    /// <param name="inputs">
    /// A list: query (batch, queries, features), value (batch, keys, features), and the key, the value where left out.
    /// </param>
    /// <param name="training">Whether this is training; as the layer around this one says where null.</param>
    /// <param name="mask">A list: which queries and which values count; what they carry where null.</param>
    /// <param name="useCausalMask">Whether a query sees no key that comes later.</param>
    /// <returns>(batch, queries, features of values)</returns>
    /// <exception cref="ArgumentException">The inputs do not fit.</exception>
    public Tensor Apply(
        Nested<Tensor> inputs, bool? training = null, Nested<Tensor>? mask = null, bool useCausalMask = false) =>
        ApplyMany(inputs, training, mask, returnAttentionScores: false, useCausalMask).Value;

    /// <summary>Applies this layer to a query and what it attends to; where asked gives the attention too.</summary>
    /// <param name="inputs">
    /// A list: query (batch, queries, features), value (batch, keys, features), and the key, the value where left out.
    /// </param>
    /// <param name="training">Whether this is training; as the layer around this one says where null.</param>
    /// <param name="mask">A list: which queries and which values count; what they carry where null.</param>
    /// <param name="returnAttentionScores">Whether (batch, queries, keys) of attention come as well.</param>
    /// <param name="useCausalMask">Whether a query sees no key that comes later.</param>
    /// <returns>The output, or a list of the output and the attention.</returns>
    /// <exception cref="ArgumentException">The inputs do not fit.</exception>
    public Nested<Tensor> ApplyMany(
        Nested<Tensor> inputs,
        bool? training = null,
        Nested<Tensor>? mask = null,
        bool returnAttentionScores = false,
        bool useCausalMask = false)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Dictionary<string, Nested<Tensor>>? named = mask is null ? null : new() { ["mask"] = mask };
        var flags = new Dictionary<string, bool>();
        if (returnAttentionScores)
        {
            flags["return_attention_scores"] = true;
        }

        if (useCausalMask)
        {
            flags["use_causal_mask"] = true;
        }

        return Enter(new CallArguments(inputs, named, training, flags));
    }

    /// <inheritdoc/>
    protected sealed override void Build(Nested<Shape> inputShapes)
    {
        ArgumentNullException.ThrowIfNull(inputShapes);
        CheckList(inputShapes, "inputs", "[query, value] or [query, value, key]");
        BuildWeights(inputShapes[0].Value);
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        CheckList(inputs, "inputs", "[query, value] or [query, value, key]");
        if (context.Mask is { } masks)
        {
            CheckList(masks, "mask", "[query_mask, value_mask]");
        }

        var (query, value) = (inputs[0].Value, inputs[1].Value);
        var scores = Scores(query, inputs.Count > 2 ? inputs[2].Value : value);
        var mask = ScoresMask(scores, context.Mask?[1].Value, context.Flag("use_causal_mask"));
        var attention = Ops.Softmax(mask is null ? scores : Ops.Where(mask, scores, scores - Far(scores.DType)));
        attention = context.Training && Dropout > 0
            ? Keras.Random.Dropout(attention, Dropout, seed: _seedGenerator)
            : attention;
        var y = Ops.Matmul(attention, value);
        if (context.Mask?[0].Value is { } queries)
        {
            y = Ops.Where(Ops.ExpandDims(Ops.Cast(queries, DType.Bool), -1), y, Ops.ZerosLike(y));
        }

        return context.Flag("return_attention_scores") ? Nested.List<Tensor>([y, attention]) : y;
    }

    /// <inheritdoc/>
    protected override Nested<Tensor>? ComputeMask(Nested<Tensor> inputs, Nested<Tensor>? mask) =>
        mask is { IsList: true } ? mask[0] : null;

    private protected abstract void BuildWeights(Shape query);

    /// <summary>The scores of (batch, queries, keys) before the softmax.</summary>
    private protected abstract Tensor Scores(Tensor query, Tensor key);

    // What is taken off the score of a key that does not count: Keras's number, the most of float16.
    private static double Far(DType dtype) => dtype == DType.Float16 ? 65504 : 1e9;

    private static Tensor? ScoresMask(Tensor scores, Tensor? values, bool isCausal)
    {
        var causal = isCausal ? new BandMaskOp(-2, -1, IsCausal: true, Window: null).Apply(scores, scores) : null;
        if (values is null)
        {
            return causal;
        }

        var mask = Ops.Cast(values, DType.Bool);
        mask = mask.Rank < scores.Rank ? Ops.ExpandDims(mask, -2) : mask;
        return causal is null ? mask : Ops.LogicalAnd(mask, causal);
    }

    private void CheckList<T>(Nested<T> given, string what, string expected)
    {
        if (given is not { IsList: true, Count: 2 or 3 } || given.Any(part => !part.IsLeaf))
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': expected a list as {what}: {expected}. Received: {given}.", what);
        }
    }
}
