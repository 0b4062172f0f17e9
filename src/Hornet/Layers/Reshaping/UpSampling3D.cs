using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Makes volumes larger.</summary>
/// <example><code>
/// var y = new UpSampling3D(2).Apply(Keras.Input([4, 4, 4, 3])); // (None, 8, 8, 8, 3)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class UpSampling3D : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="size">How many times larger each spatial axis gets; 2 where null.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The size is less than 1.</exception>
    public UpSampling3D(
        Sizes? size = null,
        string? dataFormat = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable)
    {
        Size = (size ?? 2).Spread(3, "size", ClassName);
        DataFormat = Keras.Config.StandardizeDataFormat(dataFormat);
        InputSpec = [new InputSpec(ndim: 5)];
        Built = true;
    }

    /// <summary>How many times larger each spatial axis gets.</summary>
    public Sizes Size { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Repeated(x, Size, DataFormat);

    // Along each spatial axis every place comes several times.
    internal static Tensor Repeated(Tensor x, Sizes size, string dataFormat)
    {
        var first = dataFormat == "channels_last" ? 1 : 2;
        return Enumerable.Range(0, size.Count).Aggregate(x, (y, i) => Ops.Repeat(y, size[i], axis: first + i));
    }
}
