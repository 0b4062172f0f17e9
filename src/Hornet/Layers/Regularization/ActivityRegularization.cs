using System.Text.Json.Nodes;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Adds a penalty on its input to the loss, and gives the input on.</summary>
/// <example><code>var y = new ActivityRegularization(l2: 0.01).Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class ActivityRegularization : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="l1">The factor of the absolute values.</param>
    /// <param name="l2">The factor of the squares.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">A factor is negative.</exception>
    public ActivityRegularization(
        double l1 = 0,
        double l2 = 0,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable, new L1L2(l1, l2))
    {
        (L1, L2) = (l1, l2);
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>The factor of the absolute values.</summary>
    public double L1 { get; }

    /// <summary>The factor of the squares.</summary>
    public double L2 { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => x;

    // The penalty is what the factors say.
    private static void ExtendConfig(JsonObject config) => config.Remove("activity_regularizer");
}
