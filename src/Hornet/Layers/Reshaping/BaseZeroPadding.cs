using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A layer that puts zeros around its spatial axes.</summary>
public abstract partial class BaseZeroPadding : Layer
{
    private readonly (int Before, int After)[] _margins;

    private protected BaseZeroPadding(
        [NotInConfig] int rank,
        Margins padding,
        string? dataFormat,
        string? name,
        DTypePolicy? dtype,
        bool trainable)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(padding);
        _margins = padding.Spread(rank, "padding", ClassName);
        Padding = Margins.Of(_margins);
        DataFormat = Keras.Config.StandardizeDataFormat(dataFormat);
        InputSpec = [new InputSpec(ndim: rank + 2)];
        Built = true;
    }

    /// <summary>How many places before and after each spatial axis.</summary>
    public Margins Padding { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Pad(x, DataFormat == "channels_last"
        ? [(0, 0), .. _margins, (0, 0)]
        : [(0, 0), (0, 0), .. _margins]);
}
