using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>How often the right class is among those of the k highest predictions.</summary>
/// <remarks>Targets are indices of classes.</remarks>
/// <example><code>var value = new SparseTopKCategoricalAccuracy().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class SparseTopKCategoricalAccuracy : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="k">How many of the best predictions count.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    /// <param name="fromSortedIds">Whether the predictions are indices of classes, the best first.</param>
    public SparseTopKCategoricalAccuracy(
        int k = 5,
        string? name = "sparse_top_k_categorical_accuracy",
        DTypePolicy? dtype = null,
        bool fromSortedIds = false)
        : base(name, dtype)
    {
        K = k;
        FromSortedIds = fromSortedIds;
    }

    /// <summary>How many of the best predictions count.</summary>
    public int K { get; }

    /// <summary>Whether the predictions are indices of classes, the best first.</summary>
    public bool FromSortedIds { get; }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Up;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) =>
        Keras.Metrics.SparseTopKCategoricalAccuracy(yTrue, yPred, K, FromSortedIds);

    // Keras's files have the key only where it says something.
    private void ExtendConfig(JsonObject config)
    {
        if (!FromSortedIds)
        {
            config.Remove("from_sorted_ids");
        }
    }
}
