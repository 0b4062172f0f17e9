using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The first of two tensors less the second, element by element.</summary>
/// <example><code>var z = new Subtract().Apply([x, y]);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Subtract : Merge
{
    /// <summary>Makes the layer.</summary>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public Subtract(string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Join(IReadOnlyList<Tensor> inputs) => inputs.Count == 2
        ? inputs[0] - inputs[1]
        : throw new ArgumentException(
            $"{ClassName} '{Name}': a Subtract layer should be called on exactly 2 inputs. Received: {inputs.Count}.");
}
