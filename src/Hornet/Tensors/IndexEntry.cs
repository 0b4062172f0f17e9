namespace Hornet;

/// <summary>What an index does to an axis.</summary>
internal enum IndexKind
{
    Integer,
    Slice,
    Ellipsis,
    NewAxis,
    Tensor,
}

/// <summary>An index as a value; a tensor among the indices is an input of its own.</summary>
/// <param name="Kind">What it does to the axis.</param>
/// <param name="Start">The place, or where a slice begins; of a mask's tensor the size that the axis must have.</param>
/// <param name="Stop">Where a slice ends.</param>
/// <param name="Step">The step of a slice.</param>
internal readonly record struct IndexEntry(IndexKind Kind, int? Start = null, int? Stop = null, int Step = 1)
{
    public static readonly IndexEntry All = new(IndexKind.Slice);

    /// <summary>Whether an axis of the indexed tensor belongs to it.</summary>
    public bool HasAxis => Kind is IndexKind.Integer or IndexKind.Slice or IndexKind.Tensor;

    /// <summary>The first place and the number of places of a slice of an axis: Python's rules.</summary>
    public (long Start, long Length) Cut(long size)
    {
        var (least, most) = Step > 0 ? (0L, size) : (-1L, size - 1);
        var start = Start is { } first ? Clamp(first, size, least, most) : Step > 0 ? 0 : size - 1;
        var stop = Stop is { } last ? Clamp(last, size, least, most) : Step > 0 ? size : -1;
        var length = Step > 0 ? (stop - start + Step - 1) / Step : (start - stop - Step - 1) / -Step;
        return (start, Math.Max(length, 0));
    }

    public override string ToString() => Kind switch
    {
        IndexKind.Integer => $"{Start}",
        IndexKind.Slice => $"{Start}:{Stop}" + (Step == 1 ? string.Empty : $":{Step}"),
        IndexKind.Ellipsis => "...",
        IndexKind.NewAxis => "None",
        _ => "tensor",
    };

    private static long Clamp(long place, long size, long least, long most) =>
        Math.Clamp(place < 0 ? place + size : place, least, most);
}
