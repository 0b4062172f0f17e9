using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Divides by the Euclidean norm along axes, so that it becomes 1.</summary>
/// <example><code>var y = new UnitNormalization().Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class UnitNormalization : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="axis">The axis, or several; the last where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    public UnitNormalization(Axes? axis = null, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        Axis = axis ?? -1;
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>The axes.</summary>
    public Axes Axis { get; }

    // x / √max(Σx², ε)
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Normalize(x, Axis, order: 2, epsilon: 1e-12);
}
