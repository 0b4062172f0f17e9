using System.Globalization;

namespace Hornet.Layers;

/// <summary>What a layer expects of an input: its rank, its dtype, the sizes of some axes.</summary>
/// <example><code>
/// var spec = new InputSpec(minNdim: 2, axes: new Dictionary&lt;int, int?&gt; { [-1] = 64 });
/// </code></example>
public sealed record InputSpec
{
    /// <summary>Says what is expected; what is null is not looked at.</summary>
    /// <param name="dtype">The dtype.</param>
    /// <param name="shape">The shape, null where an axis may have any size; sets the rank.</param>
    /// <param name="ndim">The rank.</param>
    /// <param name="maxNdim">The greatest rank.</param>
    /// <param name="minNdim">The least rank.</param>
    /// <param name="axes">The sizes of axes, negative from the end.</param>
    /// <param name="allowLastAxisSqueeze">Whether a last axis of size 1 may be there or not.</param>
    /// <param name="name">The input's key where inputs come as a dictionary.</param>
    /// <param name="optional">Whether the input may be left out.</param>
    /// <exception cref="ArgumentException">An axis is beyond the rank.</exception>
    public InputSpec(
        DType? dtype = null,
        Shape? shape = null,
        int? ndim = null,
        int? maxNdim = null,
        int? minNdim = null,
        IReadOnlyDictionary<int, int?>? axes = null,
        bool allowLastAxisSqueeze = false,
        string? name = null,
        bool optional = false)
    {
        (DType, Shape, Ndim, MaxNdim, MinNdim) = (dtype, shape, shape?.Rank ?? ndim, maxNdim, minNdim);
        Axes = axes ?? new Dictionary<int, int?>();
        (AllowLastAxisSqueeze, Name, Optional) = (allowLastAxisSqueeze, name, optional);
        if (Axes.Count > 0 && (Ndim ?? MaxNdim) is { } most && Axes.Keys.Max() is var axis && axis > most - 1)
        {
            throw new ArgumentException(
                $"Expected axes of at most {most - 1}, since the rank is at most {most}. Received: " +
                $"{axis}.", nameof(axes));
        }
    }

    /// <summary>The dtype.</summary>
    public DType? DType { get; }

    /// <summary>The shape.</summary>
    public Shape? Shape { get; }

    /// <summary>The rank.</summary>
    public int? Ndim { get; }

    /// <summary>The greatest rank.</summary>
    public int? MaxNdim { get; }

    /// <summary>The least rank.</summary>
    public int? MinNdim { get; }

    /// <summary>The sizes of axes.</summary>
    public IReadOnlyDictionary<int, int?> Axes { get; }

    /// <summary>Whether a last axis of size 1 may be there or not.</summary>
    public bool AllowLastAxisSqueeze { get; }

    /// <summary>The input's key where inputs come as a dictionary.</summary>
    public string? Name { get; }

    /// <summary>Whether the input may be left out.</summary>
    public bool Optional { get; }

    /// <summary>Keras's text: the fields that are set.</summary>
    public override string ToString()
    {
        string[] fields =
        [
            DType is { } dtype ? $"dtype={dtype.KerasName()}" : string.Empty,
            Shape is { } shape ? $"shape={shape}" : string.Empty,
            Ndim is { } ndim ? $"ndim={ndim}" : string.Empty,
            MaxNdim is { } most ? $"max_ndim={most}" : string.Empty,
            MinNdim is { } least ? $"min_ndim={least}" : string.Empty,
            Axes.Count > 0 ? $"axes={AxesText()}" : string.Empty,
        ];
        return $"InputSpec({string.Join(", ", fields.Where(field => field.Length > 0))})";
    }

    /// <summary>What keeps a tensor from being this input; null where nothing does.</summary>
    internal string? WhyNot(TensorSpec input)
    {
        var rank = input.Shape.Rank;
        return Ndim is { } ndim && !AllowLastAxisSqueeze && rank != ndim
                ? $"expected ndim={ndim}, found ndim={rank}. Full shape received: {input.Shape}"
            : MaxNdim is { } most && rank > most ? $"expected max_ndim={most}, found ndim={rank}"
            : MinNdim is { } least && rank < least
                ? $"expected min_ndim={least}, found ndim={rank}. Full shape received: {input.Shape}"
            : DType is { } dtype && input.DType != dtype
                ? $"expected dtype={dtype.KerasName()}, found dtype={input.DType.KerasName()}"
            : WhyNotAxes(input.Shape) ?? WhyNotShape(input.Shape);
    }

    private string? WhyNotAxes(Shape shape)
    {
        foreach (var (axis, size) in Axes)
        {
            var place = axis < 0 ? axis + shape.Rank : axis;
            if (place < 0 || place >= shape.Rank || !Shape.Agree(shape[place], size))
            {
                return $"expected axis {axis} of input shape to have value {size}, but received input with " +
                    $"shape {shape}";
            }
        }

        return null;
    }

    private string? WhyNotShape(Shape shape)
    {
        if (Shape is not { } expected)
        {
            return null;
        }

        var (left, right) = AllowLastAxisSqueeze ? (Squeezed(expected), Squeezed(shape)) : (expected, shape);
        return left.Zip(right).All(pair => Shape.Agree(pair.First, pair.Second))
            ? null
            : $"expected shape={expected}, found shape={shape}";
    }

    private static Shape Squeezed(Shape shape) => shape.Rank > 0 && shape[shape.Rank - 1] == 1 ? shape[..^1] : shape;

    private string AxesText() => "{" + string.Join(
        ", ", Axes.Select(axis => string.Create(CultureInfo.InvariantCulture, $"{axis.Key}: {axis.Value}"))) + "}";
}
