using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A layer that makes one element of each channel.</summary>
public abstract partial class BaseGlobalPooling : Layer
{
    private protected BaseGlobalPooling(
        [NotInConfig] int rank, string? dataFormat, bool keepdims, string? name, DTypePolicy? dtype, bool trainable)
        : base(name, dtype, trainable)
    {
        DataFormat = Keras.Config.StandardizeDataFormat(dataFormat);
        Keepdims = keepdims;
        SpatialAxes = [.. Enumerable.Range(DataFormat == "channels_last" ? 1 : 2, rank)];
        InputSpec = [new InputSpec(ndim: rank + 2)];
        Built = true;
    }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <summary>Whether the spatial axes stay, with size 1.</summary>
    public bool Keepdims { get; }

    private protected Axes SpatialAxes { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Pool(x, SpatialAxes);

    private protected abstract Tensor Pool(Tensor x, Axes axes);
}
