using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Attention by products of queries and keys (Luong et al., 2015).</summary>
/// <remarks>
/// Inputs are a list: query (batch, queries, features), value (batch, keys, features), and the key, which is the value
/// where left out; output (batch, queries, features of values). The mask is a list too: which queries and which values
/// count.
/// </remarks>
/// <example><code>
/// Tensor[] queryAndValue = [Ops.Ones([2, 3, 4]), Ops.Ones([2, 5, 4])];
/// Console.WriteLine(new Attention().Apply(queryAndValue).Shape); // (2, 3, 4)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class Attention : BaseAttention
{
    private Variable? _scale;
    private Variable? _concatScoreWeight;

    /// <summary>Makes the layer.</summary>
    /// <param name="useScale">Whether scores have a scale that is learnt.</param>
    /// <param name="scoreMode"><c>dot</c>: query · key, or <c>concat</c>: Σ tanh(query + key).</param>
    /// <param name="dropout">Which part of the attention is dropped in training.</param>
    /// <param name="seed">A number or a generator for what is dropped; drawn where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">The mode is another, or the rate is not between 0 and 1.</exception>
    public Attention(
        bool useScale = false,
        string scoreMode = "dot",
        double dropout = 0.0,
        Seed? seed = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(useScale, dropout, seed, name, dtype, trainable) =>
        ScoreMode = scoreMode is "dot" or "concat" ? scoreMode : throw new ArgumentException(
            $"Expected the mode 'dot' or 'concat'. Received: scoreMode='{scoreMode}'.", nameof(scoreMode));

    /// <summary><c>dot</c> or <c>concat</c>.</summary>
    public string ScoreMode { get; }

    private protected override void BuildWeights(Shape query)
    {
        _scale = UseScale ? AddWeight("scale", [], "ones") : null;
        _concatScoreWeight = ScoreMode == "concat" ? AddWeight("concat_score_weight", [], "ones") : null;
    }

    private protected override Tensor Scores(Tensor query, Tensor key)
    {
        if (ScoreMode == "dot")
        {
            var products = Ops.Matmul(query, Ops.Swapaxes(key, -2, -1));
            return _scale is null ? products : products * _scale;
        }

        var sums = Ops.ExpandDims(query, -2) + Ops.ExpandDims(key, -3);
        return Ops.Sum(Ops.Tanh(_scale is null ? sums : sums * _scale), axis: -1) * _concatScoreWeight!;
    }
}
