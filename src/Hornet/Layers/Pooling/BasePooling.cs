using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A layer that makes one element of each window.</summary>
public abstract partial class BasePooling : Layer
{
    private protected BasePooling(
        [NotInConfig] int rank,
        Sizes poolSize,
        Sizes? strides,
        string padding,
        string? dataFormat,
        string? name,
        DTypePolicy? dtype,
        bool trainable)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(poolSize);
        ArgumentNullException.ThrowIfNull(padding);
        PoolSize = poolSize.Spread(rank, "pool_size", ClassName);
        Strides = (strides ?? poolSize).Spread(rank, "strides", ClassName);
        _ = SlidingWindow.IsSame(padding.ToLowerInvariant(), ClassName);
        Padding = padding;
        DataFormat = Keras.Config.StandardizeDataFormat(dataFormat);
        InputSpec = [new InputSpec(ndim: rank + 2)];
        Built = true;
    }

    /// <summary>The size of a window, in each spatial axis.</summary>
    public Sizes PoolSize { get; }

    /// <summary>How far a window is from the next, in each spatial axis.</summary>
    public Sizes Strides { get; }

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string Padding { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Pool(x);

    private protected abstract Tensor Pool(Tensor x);
}
