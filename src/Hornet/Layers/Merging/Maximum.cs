using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The greatest of several tensors, element by element.</summary>
/// <example><code>var z = new Maximum().Apply([x, y]);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Maximum : Merge
{
    /// <summary>Makes the layer.</summary>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public Maximum(string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Join(IReadOnlyList<Tensor> inputs) => inputs.Aggregate(Ops.Maximum);
}
