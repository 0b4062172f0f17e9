using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Repeats each step of sequences.</summary>
/// <remarks>Input (batch, steps, features); output with more steps.</remarks>
/// <example><code>var y = new UpSampling1D(2).Apply(Keras.Input([4, 3])); // (None, 8, 3)</code></example>
[KerasExport("keras.layers")]
public sealed partial class UpSampling1D : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="size">How many times.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The size is less than 1.</exception>
    public UpSampling1D(int size = 2, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Size = size;
        InputSpec = [new InputSpec(ndim: 3)];
        Built = true;
    }

    /// <summary>How many times each step comes.</summary>
    public int Size { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Repeat(x, Size, axis: 1);
}
