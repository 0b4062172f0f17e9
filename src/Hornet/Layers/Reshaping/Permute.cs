using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Brings the axes of each sample into another order.</summary>
/// <example><code>var y = new Permute([2, 1]).Apply(Keras.Input([10, 64])); // (None, 64, 10)</code></example>
[KerasExport("keras.layers")]
public sealed partial class Permute : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="dims">Which axis, counted from 1, comes at each place.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The axes are not those from 1 on.</exception>
    public Permute(IReadOnlyList<int> dims, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(dims);
        Dims = dims.Order().SequenceEqual(Enumerable.Range(1, dims.Count)) ? dims : throw new ArgumentException(
            $"{ClassName} '{Name}': expected dims to have each axis from 1 to {dims.Count} once. " +
            $"Received: ({string.Join(", ", dims)}).", nameof(dims));
        InputSpec = [new InputSpec(ndim: dims.Count + 1)];
        Built = true;
    }

    /// <summary>Which axis, counted from 1, comes at each place.</summary>
    public IReadOnlyList<int> Dims { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Transpose(x, [0, .. Dims]);
}
