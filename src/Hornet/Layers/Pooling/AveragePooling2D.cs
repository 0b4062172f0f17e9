using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The mean of each window of images.</summary>
/// <remarks>Input (batch, height, width, channels); output with fewer rows and columns.</remarks>
/// <example><code>
/// var y = new AveragePooling2D(2).Apply(Keras.Input([28, 28, 3])); // (None, 14, 14, 3)
/// </code></example>
[KerasExport("keras.layers", Aliases = ["AvgPool2D"])]
public sealed partial class AveragePooling2D : BasePooling
{
    /// <summary>Makes the layer.</summary>
    /// <param name="poolSize">The size of a window, in each spatial axis.</param>
    /// <param name="strides">How far a window is from the next; <paramref name="poolSize"/> where null.</param>
    /// <param name="padding"><c>valid</c>, windows lie inside, or <c>same</c>, they may reach over the edge.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The arguments make no windows.</exception>
    public AveragePooling2D(
        Sizes poolSize,
        Sizes? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(2, poolSize, strides, padding, dataFormat, name, dtype, trainable)
    {
    }

    private protected override Tensor Pool(Tensor x) => Ops.AveragePool(x, PoolSize, Strides, Padding, DataFormat);
}
