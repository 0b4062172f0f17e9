using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Scales and shifts: <c>y = x · scale + offset</c>.</summary>
/// <example><code>var pixels = new Rescaling(1.0 / 255).Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Rescaling : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="scale">The factor.</param>
    /// <param name="offset">What is added.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public Rescaling(
        double scale, double offset = 0, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        Scale = scale;
        Offset = offset;
        SupportsMasking = true;
    }

    /// <summary>The factor.</summary>
    public double Scale { get; }

    /// <summary>What is added.</summary>
    public double Offset { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => (Ops.Cast(x, ComputeDType) * Scale) + Offset;
}
