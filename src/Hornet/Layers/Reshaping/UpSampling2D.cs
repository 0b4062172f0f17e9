using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Makes images larger.</summary>
/// <example><code>var y = new UpSampling2D(2).Apply(Keras.Input([4, 4, 3])); // (None, 8, 8, 3)</code></example>
[KerasExport("keras.layers")]
public sealed partial class UpSampling2D : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="size">How many times larger each spatial axis gets; 2 where null.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The size is less than 1.</exception>
    public UpSampling2D(
        Sizes? size = null,
        string? dataFormat = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable)
    {
        Size = (size ?? 2).Spread(2, "size", ClassName);
        DataFormat = Keras.Config.StandardizeDataFormat(dataFormat);
        InputSpec = [new InputSpec(ndim: 4)];
        Built = true;
    }

    /// <summary>How many times larger each spatial axis gets.</summary>
    public Sizes Size { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => UpSampling3D.Repeated(x, Size, DataFormat);

    // Each place is repeated: there are no ops yet that make what lies between.
    private static void UpgradeConfig(ConfigReader config)
    {
        if (config.Take("interpolation")?.ToString() is { } interpolation && interpolation != "nearest")
        {
            throw new ArgumentException(
                $"UpSampling2D: expected interpolation='nearest'. Received: interpolation='{interpolation}'.");
        }
    }

    private static void ExtendConfig(System.Text.Json.Nodes.JsonObject config) => config["interpolation"] = "nearest";
}
