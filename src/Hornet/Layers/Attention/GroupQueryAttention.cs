using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Attention in which several heads of the query share one of the keys (Ainslie et al., 2023).</summary>
/// <remarks>
/// Query (batch, queries, features), value and key (batch, keys, features); output (batch, queries, features). Masks
/// that query, value and key carry count.
/// </remarks>
/// <example><code>
/// var layer = new GroupQueryAttention(headDim: 3, numQueryHeads: 4, numKeyValueHeads: 2);
/// var y = layer.Apply(Ops.Ones([2, 5, 8]), Ops.Ones([2, 7, 8]));
/// Console.WriteLine(y.Shape); // (2, 5, 8)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class GroupQueryAttention : BaseMultiHeadAttention
{
    /// <summary>Makes the layer; its weights come with the first query and value.</summary>
    /// <param name="headDim">The features of a head.</param>
    /// <param name="numQueryHeads">How many heads the query has.</param>
    /// <param name="numKeyValueHeads">How many heads key and value have; divides those of the query.</param>
    /// <param name="dropout">Which part of the attention is dropped in training.</param>
    /// <param name="useBias">Whether the projections add a bias.</param>
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
    /// <param name="activityRegularizer">A penalty on the output, and on that of each projection.</param>
    /// <param name="kernelConstraint">What the kernels are brought back to after each update.</param>
    /// <param name="biasConstraint">What the biases are brought back to after each update.</param>
    /// <param name="useGate">Whether what a query sees is multiplied with a sigmoid of its projection.</param>
    /// <param name="seed">Where the randomness of what is dropped starts; drawn where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">
    /// A size is not positive, a rate not from 0 to 1, or the heads of the query cannot be shared out.
    /// </exception>
    public GroupQueryAttention(
        int headDim,
        int numQueryHeads,
        int numKeyValueHeads,
        double dropout = 0.0,
        bool useBias = true,
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
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(headDim);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numQueryHeads);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numKeyValueHeads);
        (HeadDim, NumQueryHeads, NumKeyValueHeads) = (headDim, numQueryHeads, numKeyValueHeads);
        if (numQueryHeads % numKeyValueHeads != 0)
        {
            throw new ArgumentException(
                "Expected as many heads of the query for each head of the keys. "
                + $"Received: numQueryHeads={numQueryHeads}, numKeyValueHeads={numKeyValueHeads}.",
                nameof(numKeyValueHeads));
        }
    }

    /// <summary>The features of a head.</summary>
    public int HeadDim { get; }

    /// <summary>How many heads the query has.</summary>
    public int NumQueryHeads { get; }

    /// <summary>How many heads key and value have.</summary>
    public int NumKeyValueHeads { get; }

    private protected override string DefaultClassName => "GroupedQueryAttention"; // exported under another name

    internal override IReadOnlyList<string> PrivateMembers =>
        [.. base.PrivateMembers, "query_dense", "key_dense", "value_dense", "output_dense"];

    private protected override double Scale => 1 / Math.Sqrt(HeadDim);

    private protected override Tensor? QueryMask(Tensor query, CallContext context) =>
        context.Argument("query_mask")?.Value ?? base.QueryMask(query, context);

    private protected override void BuildProjections(Shape query, Shape value, Shape key)
    {
        SetProjections(
            Heads("query", query, NumQueryHeads),
            Heads("key", key, NumKeyValueHeads),
            UseGate ? Heads("gate", query, NumQueryHeads, "sigmoid") : null,
            Heads("value", value, NumKeyValueHeads));
        SetScores(-1);
        SetOutput(Projection(
            "attention_output", "bquh,uhm->bqm", [null, query[^1]], "m", [null, null, NumQueryHeads, HeadDim]));
    }

    private protected override (Tensor Scores, Func<Tensor, Tensor> Combine) Score(
        Tensor query, Tensor key, Tensor value)
    {
        var share = NumQueryHeads / NumKeyValueHeads;
        return (
            Ops.Einsum("bquh,bkuh->buqk", query, Ops.Repeat(key, share, axis: 2)),
            scores => Ops.Einsum("buqk,bkuh->bquh", scores, Ops.Repeat(value, share, axis: 2)));
    }

    private EinsumDense Heads(string name, Shape shape, int heads, string? activation = null) =>
        Projection(name, "btm,muh->btuh", [null, heads, HeadDim], "uh", shape, activation);
}
