using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Attention in several heads: projections of queries, keys and values, and one of what they see.</summary>
/// <remarks>
/// Formula: Vaswani et al., 2017, "Attention is all you need". A mask that the query carries goes on to the output.
/// </remarks>
public abstract partial class BaseMultiHeadAttention : Layer
{
    private EinsumDense? _queryDense;
    private EinsumDense? _keyDense;
    private EinsumDense? _gateDense;
    private EinsumDense? _valueDense;
    private Softmax? _softmax;
    private Dropout? _dropoutLayer;
    private EinsumDense? _outputDense;

    private protected BaseMultiHeadAttention(
        double dropout,
        bool useBias,
        int? slidingWindow,
        [NotInConfig] bool? flashAttention,
        Initializer? kernelInitializer,
        Initializer? biasInitializer,
        Regularizer? kernelRegularizer,
        Regularizer? biasRegularizer,
        Regularizer? activityRegularizer,
        Constraint? kernelConstraint,
        Constraint? biasConstraint,
        bool useGate,
        Seed? seed,
        string? name,
        DTypePolicy? dtype,
        bool trainable)
        : base(name, dtype, trainable, activityRegularizer)
    {
        Dropout = RegularizationRate.Checked(dropout, nameof(dropout));
        (UseBias, UseGate, Seed) = (useBias, useGate, seed);
        SlidingWindow = slidingWindow is null or > 0 ? slidingWindow : throw new ArgumentException(
            $"Expected a window of at least 1 key, or null for all. Received: slidingWindow={slidingWindow}.",
            nameof(slidingWindow));
        FlashAttention = flashAttention != true || dropout == 0 ? flashAttention : throw new ArgumentException(
            "Expected no dropout where one kernel does it all, which makes no scores that could be dropped. "
            + $"Received: flashAttention=true, dropout={dropout}.", nameof(flashAttention));
        (KernelInitializer, BiasInitializer) = (kernelInitializer ?? "glorot_uniform", biasInitializer ?? "zeros");
        (KernelRegularizer, BiasRegularizer) = (kernelRegularizer, biasRegularizer);
        (KernelConstraint, BiasConstraint) = (kernelConstraint, biasConstraint);
        SupportsMasking = true;
    }

    /// <summary>Which part of the attention is dropped in training.</summary>
    public double Dropout { get; }

    /// <summary>Whether the projections add a bias.</summary>
    public bool UseBias { get; }

    /// <summary>A query sees keys that are less than this many places away; all of them where null.</summary>
    public int? SlidingWindow { get; }

    /// <summary>
    /// Whether one kernel does it all without the matrix of scores: true asks for it, null takes it where it can.
    /// </summary>
    public bool? FlashAttention { get; }

    /// <summary>Makes the first values of the projections' kernels.</summary>
    public Initializer KernelInitializer { get; }

    /// <summary>Makes the first values of the projections' biases.</summary>
    public Initializer BiasInitializer { get; }

    /// <summary>A penalty on the projections' kernels.</summary>
    public Regularizer? KernelRegularizer { get; }

    /// <summary>A penalty on the projections' biases.</summary>
    public Regularizer? BiasRegularizer { get; }

    /// <summary>What the projections' kernels are brought back to after each update.</summary>
    public Constraint? KernelConstraint { get; }

    /// <summary>What the projections' biases are brought back to after each update.</summary>
    public Constraint? BiasConstraint { get; }

    /// <summary>Whether what a query sees is multiplied with a gate, a projection of the query.</summary>
    public bool UseGate { get; }

    /// <summary>Where the randomness of what is dropped starts; drawn where null.</summary>
    public Seed? Seed { get; }

    /// <summary>The projection of the query.</summary>
    public EinsumDense QueryDense => Weight(_queryDense);

    /// <summary>The projection of the key.</summary>
    public EinsumDense KeyDense => Weight(_keyDense);

    /// <summary>The projection of the value.</summary>
    public EinsumDense ValueDense => Weight(_valueDense);

    /// <summary>The projection of what the heads see.</summary>
    public EinsumDense OutputDense => Weight(_outputDense);

    internal override IReadOnlyList<string> CallArgumentNames =>
        ["value", "key", "query_mask", "value_mask", "key_mask", "attention_mask"];

    internal override IReadOnlyList<string> CallFlagNames => ["return_attention_scores", "use_causal_mask"];

    internal override IReadOnlyList<string> BuildArgumentNames => ["query", "value", "key"];

    internal override IReadOnlyList<string> PrivateMembers => ["gate_dense", "softmax", "dropout_layer"];

    private protected sealed override void Build(
        Nested<Shape> inputShapes, IReadOnlyDictionary<string, Nested<Shape>> named)
    {
        var query = inputShapes is { IsLeaf: true, Value: { Rank: > 1 } given } ? given : throw new ArgumentException(
            $"{ClassName} '{Name}': expected a query (batch, steps, features). Received: {inputShapes}.");
        var value = named.GetValueOrDefault("value")?.Value ?? throw NoValue(query);
        var key = named.GetValueOrDefault("key")?.Value ?? value;
        if (key.Rank != value.Rank || key.Rank < 2 || !Shape.Agree(key[1..^1], value[1..^1]))
        {
            throw new ShapeException(
                $"{ClassName} '{Name}'", "a key whose axes, but the batch and the last, are those of the value",
                $"value of shape {value}, key of shape {key}");
        }

        BuildProjections(query, value, key);
    }

    private protected abstract void BuildProjections(Shape query, Shape value, Shape key);

    private protected ArgumentException NoValue(object query) => new(
        $"{ClassName} '{Name}': expected a value beside the query. Received: query={query} alone. "
        + "Call Apply(query, value), or for a query that attends to itself Apply(x, x).");

    private protected void SetProjections(EinsumDense query, EinsumDense key, EinsumDense? gate, EinsumDense value) =>
        (_queryDense, _keyDense, _gateDense, _valueDense) = (query, key, gate, value);

    /// <summary>The softmax over the last axes, and what drops a part of it.</summary>
    private protected void SetScores(Axes axes)
    {
        _softmax = new Softmax(axes, dtype: DTypePolicy);
        _dropoutLayer = new Dropout(Dropout, seed: Seed, dtype: DTypePolicy);
    }

    private protected void SetOutput(EinsumDense output) => _outputDense = output;

    /// <summary>A projection that is built for a shape.</summary>
    private protected EinsumDense Projection(
        string name, string equation, Shape outputShape, string biasAxes, Shape shape, string? activation = null)
    {
        var dense = new EinsumDense(
            equation,
            outputShape,
            activation,
            UseBias ? biasAxes : null,
            InitializerCopy.Of(KernelInitializer), // the same one would give all projections the same values
            InitializerCopy.Of(BiasInitializer),
            KernelRegularizer,
            BiasRegularizer,
            ActivityRegularizer,
            KernelConstraint,
            BiasConstraint,
            name,
            DTypePolicy);
        dense.BuildFor(shape);
        return dense;
    }
}
