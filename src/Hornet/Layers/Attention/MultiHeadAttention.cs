using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Attention in several heads (Vaswani et al., 2017): each sees the values by its own weights.</summary>
/// <remarks>
/// Query (batch, …queries, features), value and key (batch, …keys, features); output (batch, …queries, features).
/// Masks that query, value and key carry count. As in Keras, that of the query is only what it carries.
/// </remarks>
/// <example><code>
/// var y = new MultiHeadAttention(numHeads: 2, keyDim: 3).Apply(Ops.Ones([2, 5, 8]), Ops.Ones([2, 7, 8]));
/// Console.WriteLine(y.Shape); // (2, 5, 8)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class MultiHeadAttention : BaseMultiHeadAttention
{
    private AttentionEquations? _equations;

    /// <summary>Makes the layer; its weights come with the first query and value.</summary>
    /// <param name="numHeads">How many heads there are.</param>
    /// <param name="keyDim">The features of a head's queries and keys.</param>
    /// <param name="valueDim">The features of a head's values; those of its keys where null.</param>
    /// <param name="dropout">Which part of the attention is dropped in training.</param>
    /// <param name="useBias">Whether the projections add a bias.</param>
    /// <param name="outputShape">The last axes of the output; the query's features where null.</param>
    /// <param name="attentionAxes">The axes that are attended over; all but batch and features where null.</param>
    /// <param name="slidingWindow">
    /// A query sees keys that are less than this many places away; all of them where null.
    /// </param>
    /// <param name="flashAttention">
    /// Whether one kernel does it all without the matrix of scores: true asks for it, null takes it where it can.
    /// </param>
    /// <param name="kernelInitializer">Makes the projections' kernels; <c>glorot_uniform</c> where null.</param>
    /// <param name="biasInitializer">Makes the projections' biases; <c>zeros</c> where null.</param>
    /// <param name="kernelRegularizer">A penalty on the projections' kernels.</param>
    /// <param name="biasRegularizer">A penalty on the projections' biases.</param>
    /// <param name="activityRegularizer">A penalty on the output of each projection.</param>
    /// <param name="kernelConstraint">What the kernels are brought back to after each update.</param>
    /// <param name="biasConstraint">What the biases are brought back to after each update.</param>
    /// <param name="useGate">Whether what a query sees is multiplied with a sigmoid of its projection.</param>
    /// <param name="seed">Where the randomness of what is dropped starts; drawn where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">A size is not positive, a rate not from 0 to 1.</exception>
    public MultiHeadAttention(
        int numHeads,
        int keyDim,
        int? valueDim = null,
        double dropout = 0.0,
        bool useBias = true,
        Shape? outputShape = null,
        Axes? attentionAxes = null,
        int? slidingWindow = null,
        [NotInConfig] bool? flashAttention = null,
        Initializer? kernelInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? biasConstraint = null,
        bool useGate = false,
        Seed? seed = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(
            dropout, useBias, slidingWindow, flashAttention, kernelInitializer, biasInitializer, kernelRegularizer,
            biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint, useGate, seed, name, dtype,
            trainable)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numHeads);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(keyDim);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(valueDim ?? 1, nameof(valueDim));
        (NumHeads, KeyDim, ValueDim) = (numHeads, keyDim, valueDim ?? keyDim);
        OutputShape = outputShape is { Rank: 0 } ? null : outputShape;
        AttentionAxes = attentionAxes is null ? null : Axes.Create([.. attentionAxes]);
    }

    /// <summary>How many heads there are.</summary>
    public int NumHeads { get; }

    /// <summary>The features of a head's queries and keys.</summary>
    public int KeyDim { get; }

    /// <summary>The features of a head's values.</summary>
    public int ValueDim { get; }

    /// <summary>The last axes of the output; the query's features where null.</summary>
    public Shape? OutputShape { get; }

    /// <summary>The axes that are attended over; null where all are, before the weights are made.</summary>
    public Axes? AttentionAxes { get; private set; }

    private protected override bool RegularizesOutput => false; // the projections have the penalty

    private protected override int AttentionRank => AttentionAxes!.Count;

    private protected override double Scale => 1 / Math.Sqrt(KeyDim);

    private protected override void BuildProjections(Shape query, Shape value, Shape key)
    {
        SetProjections(
            Heads("query", query, KeyDim),
            Heads("key", key, KeyDim),
            UseGate ? Heads("gate", query, ValueDim, "sigmoid") : null,
            Heads("value", value, ValueDim));
        var rank = value.Rank + 1;
        AttentionAxes = AttentionAxes is null
            ? Axes.Create([.. Enumerable.Range(1, rank - 3)])
            : Axes.Create([.. AttentionAxes.Select(axis => axis < 0 ? axis + rank - 1 : axis)]);
        _equations = new AttentionEquations(rank, AttentionAxes);
        SetScores(Axes.Create([.. Enumerable.Range(-AttentionAxes.Count, AttentionAxes.Count)]));
        var output = OutputShape ?? [query[^1]];
        var free = query.Rank - 1;
        var (equation, bias) = AttentionEquations.Projection(free, bound: 2, output.Rank);
        SetOutput(Projection(
            "attention_output", equation, [.. Unknown(free), .. output], bias, [.. query[..^1], NumHeads, ValueDim]));
    }

    private protected override (Tensor Scores, Func<Tensor, Tensor> Combine) Score(
        Tensor query, Tensor key, Tensor value) => (
            Ops.Einsum(_equations!.Product, key, query),
            scores => Ops.Einsum(_equations.Combination, scores, value));

    private EinsumDense Heads(string name, Shape shape, int size, string? activation = null)
    {
        var (equation, bias) = AttentionEquations.Projection(shape.Rank - 1, bound: 1, output: 2);
        return Projection(
            name, equation, [.. Unknown(shape.Rank - 1), NumHeads, size], bias, shape, activation);
    }

    // All free axes but the batch.
    private static IEnumerable<int?> Unknown(int free) => Enumerable.Repeat((int?)null, free - 1);
}
