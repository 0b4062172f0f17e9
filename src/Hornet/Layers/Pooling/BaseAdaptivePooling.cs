using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A layer that shares its input evenly among as many windows as are asked for.</summary>
public abstract partial class BaseAdaptivePooling : Layer
{
    private protected BaseAdaptivePooling(
        [NotInConfig] int rank, Sizes outputSize, string? dataFormat, string? name, DTypePolicy? dtype, bool trainable)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(outputSize);
        OutputSize = outputSize.Spread(rank, "output_size", ClassName);
        DataFormat = Keras.Config.StandardizeDataFormat(dataFormat);
        InputSpec = [new InputSpec(ndim: rank + 2)];
        Built = true;
    }

    /// <summary>How many windows there are, in each spatial axis.</summary>
    public Sizes OutputSize { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }
}
