using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Gives what it gets.</summary>
/// <example><code>var same = new Identity().Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Identity : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public Identity(string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        SupportsMasking = true;
        Built = true;
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context) => inputs;
}
