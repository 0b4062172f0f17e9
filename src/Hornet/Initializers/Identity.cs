using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>A multiple of the identity matrix.</summary>
/// <example><code>var values = new Hornet.Initializers.Identity(gain: 0.5).Apply([3, 3]);</code></example>
[KerasExport("keras.initializers", Aliases = ["IdentityInitializer"])]
public sealed partial class Identity : Initializer
{
    /// <summary>Makes the initializer.</summary>
    /// <param name="gain">What the ones are multiplied by.</param>
    public Identity(double gain = 1.0) => Gain = gain;

    /// <summary>What the ones are multiplied by.</summary>
    public double Gain { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType? dtype = null) => shape is [{ } rows, { } columns]
        ? Ops.Eye(rows, columns, dtype: dtype) * Gain
        : throw new ShapeException(nameof(Identity), "a shape of two axes, whose sizes are known", $"shape={shape}");

    // Keras leaves the gain out of its files, and so loses it.
    /// <inheritdoc/>
    public override JsonObject GetConfig() => [];
}
