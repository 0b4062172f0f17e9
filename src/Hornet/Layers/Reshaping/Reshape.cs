using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Gives each sample another shape.</summary>
/// <remarks>Input (batch, …); output (batch, …targetShape).</remarks>
/// <example><code>var y = new Reshape([3, 1]).Apply(x); // (2, 3, 1)</code></example>
[KerasExport("keras.layers")]
public sealed partial class Reshape : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="targetShape">The shape of one sample; one axis may be −1, which takes what is left.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">More than one axis is −1, or one is less.</exception>
    public Reshape(TargetShape targetShape, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(targetShape);
        if (targetShape.Count(axis => axis is null) > 1)
        {
            throw new ArgumentException(
                "Expected a target_shape of which at most one axis is -1, which takes what is left. " +
                $"Received: {targetShape}.", nameof(targetShape));
        }

        TargetShape = targetShape;
        Built = true;
    }

    /// <summary>The shape of one sample.</summary>
    public TargetShape TargetShape { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.ReshapeSamples(x, TargetShape);
}
