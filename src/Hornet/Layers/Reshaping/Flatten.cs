using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Makes one axis of all but the batch axis.</summary>
/// <remarks>Input (batch, …); output (batch, the product of the others).</remarks>
/// <example><code>var y = new Flatten().Apply(Keras.Input([28, 28])); // (None, 784)</code></example>
[KerasExport("keras.layers")]
public sealed partial class Flatten : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="dataFormat"><c>channels_first</c> moves the channels to the end first; the global one where
    /// null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    public Flatten(
        string? dataFormat = null, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        DataFormat = Keras.Config.StandardizeDataFormat(dataFormat);
        InputSpec = [new InputSpec(minNdim: 1)];
    }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (DataFormat == "channels_first" && x.Rank > 1)
        {
            x = Ops.Moveaxis(x, 1, -1);
        }

        return Ops.ReshapeSamples(x, [-1]);
    }
}
