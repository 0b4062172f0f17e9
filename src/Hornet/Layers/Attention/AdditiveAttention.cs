using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Attention by sums: <c>Σ scale · tanh(query + key)</c> (Bahdanau et al., 2014).</summary>
/// <remarks>
/// Inputs are a list: query (batch, queries, features), value (batch, keys, features), and the key, which is the value
/// where left out; output (batch, queries, features of values). The mask is a list too: which queries and which values
/// count.
/// </remarks>
/// <example><code>
/// Tensor[] queryAndValue = [Ops.Ones([2, 3, 4]), Ops.Ones([2, 5, 4])];
/// Console.WriteLine(new AdditiveAttention().Apply(queryAndValue).Shape); // (2, 3, 4)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class AdditiveAttention : BaseAttention
{
    private Variable? _scale;

    /// <summary>Makes the layer.</summary>
    /// <param name="useScale">Whether each feature has a scale that is learnt.</param>
    /// <param name="dropout">Which part of the attention is dropped in training.</param>
    /// <param name="seed">A number or a generator for what is dropped; drawn where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">The rate is not between 0 and 1.</exception>
    public AdditiveAttention(
        bool useScale = true,
        double dropout = 0.0,
        Seed? seed = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(useScale, dropout, seed, name, dtype, trainable)
    {
    }

    private protected override void BuildWeights(Shape query) =>
        _scale = UseScale ? AddWeight("scale", [query[^1]], "glorot_uniform") : null;

    private protected override Tensor Scores(Tensor query, Tensor key)
    {
        var sums = Ops.Tanh(Ops.ExpandDims(query, -2) + Ops.ExpandDims(key, -3));
        return Ops.Sum(_scale is null ? sums : sums * _scale, axis: -1);
    }
}
