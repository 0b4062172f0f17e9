using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Makes a sequence of each vector, again and again.</summary>
/// <example><code>var y = new RepeatVector(3).Apply(Keras.Input([32])); // (None, 3, 32)</code></example>
[KerasExport("keras.layers")]
public sealed partial class RepeatVector : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="n">How many times.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">It is not at least once.</exception>
    public RepeatVector(int n, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        N = n;
        InputSpec = [new InputSpec(ndim: 2)];
        Built = true;
    }

    /// <summary>How many times.</summary>
    public int N { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        Ops.Repeat(Ops.ExpandDims(x, axis: 1), N, axis: 1);
}
