using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The cosine of the angle between targets and predictions: 1 where they point the same way.</summary>
/// <remarks><c>sum(y / |y| · ŷ / |ŷ|)</c>.</remarks>
/// <example><code>var value = new Hornet.Metrics.CosineSimilarity().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class CosineSimilarity : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    /// <param name="axis">The axes along which the vectors lie; the last where null.</param>
    public CosineSimilarity(
        string? name = "cosine_similarity",
        DTypePolicy? dtype = null,
        Axes? axis = null)
        : base(name, dtype)
    {
        Axis = axis ?? -1;
    }

    /// <summary>The axes along which the vectors lie.</summary>
    public Axes Axis { get; }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Up;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => -Keras.Losses.CosineSimilarity(yTrue, yPred, Axis);

    // Keras's files have no such key: it is written only where it says something.
    private void ExtendConfig(JsonObject config)
    {
        if (Axis is [-1])
        {
            config.Remove("axis");
        }
    }
}
