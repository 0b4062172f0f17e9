using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Scales and shifts: <c>y = x · scale + offset</c>.</summary>
/// <example><code>var pixels = new Rescaling(1.0 / 255).Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Rescaling : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="scale">The factor, or one for each channel.</param>
    /// <param name="offset">What is added, to all or to each channel; 0 where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public Rescaling(
        Numbers scale, Numbers? offset = null, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(scale);
        Scale = scale;
        Offset = offset ?? 0;
        SupportsMasking = true;
    }

    /// <summary>The factor, or one for each channel.</summary>
    public Numbers Scale { get; }

    /// <summary>What is added, to all or to each channel.</summary>
    public Numbers Offset { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var scale = Scale.ToTensor(ComputeDType);
        if (!Scale.IsSingle && Keras.Config.ImageDataFormat() == "channels_first")
        {
            scale = Ops.Reshape(scale, [Scale.Count, 1, 1]);
        }

        return (Ops.Cast(x, ComputeDType) * scale) + Offset.ToTensor(ComputeDType);
    }
}
