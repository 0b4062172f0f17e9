using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A layer that cuts places off its spatial axes.</summary>
public abstract partial class BaseCropping : Layer
{
    private readonly (int Before, int After)[] _margins;

    private protected BaseCropping(
        [NotInConfig] int rank,
        Margins cropping,
        string? dataFormat,
        string? name,
        DTypePolicy? dtype,
        bool trainable)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(cropping);
        _margins = cropping.Spread(rank, "cropping", ClassName);
        Cropping = Margins.Of(_margins);
        DataFormat = Keras.Config.StandardizeDataFormat(dataFormat);
        InputSpec = [new InputSpec(ndim: rank + 2)];
        Built = true;
    }

    /// <summary>How many places before and after each spatial axis.</summary>
    public Margins Cropping { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        var first = DataFormat == "channels_last" ? 1 : 2;
        for (var i = 0; i < _margins.Length; i++)
        {
            if (x.Shape[first + i] <= _margins[i].Before + _margins[i].After)
            {
                throw Unfit($"an axis {first + i} larger than the cropping {Cropping}", x.Spec);
            }
        }

        TensorIndex[] all = [.. Enumerable.Repeat<TensorIndex>(System.Range.All, first)];
        return x[[.. all, .. _margins.Select(margin => (TensorIndex)(margin.Before..^margin.After))]];
    }
}
