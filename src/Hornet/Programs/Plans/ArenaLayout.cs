using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Where values lie in one block of memory: those that are never there together share places.</summary>
internal sealed class ArenaLayout
{
    // Comparers of classes: .NET compiles the sorting by each struct, a number of bytes for one, anew.
    private static readonly Comparer<ArenaLife> s_largestFirst =
        Comparer<ArenaLife>.Create((one, other) => other.Bytes.CompareTo(one.Bytes));

    private static readonly Comparer<Place> s_inMemory =
        Comparer<Place>.Create((one, other) => one.Offset.CompareTo(other.Offset));

    private readonly Dictionary<int, long> _offsets = [];

    /// <param name="lives">The values.</param>
    public ArenaLayout(IEnumerable<ArenaLife> lives)
    {
        var placed = new List<Place>();
        foreach (var (value, size, first, last) in lives.Order(s_largestFirst))
        {
            var bytes = Aligned(size);
            var offset = Gap(placed.Where(other => other.First <= last && first <= other.Last), bytes);
            placed.Add(new(offset, bytes, first, last));
            _offsets.Add(value, offset);
            Bytes = Math.Max(Bytes, offset + bytes);
        }
    }

    /// <summary>The size of the block.</summary>
    public long Bytes { get; }

    public IEnumerable<int> Values => _offsets.Keys;

    public long OffsetOf(int value) => _offsets[value];

    // The first place that is wide enough beside all that is there at the same time.
    private static long Gap(IEnumerable<Place> neighbours, long bytes)
    {
        var offset = 0L;
        foreach (var other in neighbours.Order(s_inMemory))
        {
            if (offset + bytes <= other.Offset)
            {
                break;
            }

            offset = Math.Max(offset, other.Offset + other.Bytes);
        }

        return offset;
    }

    private static long Aligned(long bytes) =>
        (bytes + MemoryBlock.Alignment - 1) / MemoryBlock.Alignment * MemoryBlock.Alignment;

    private sealed record Place(long Offset, long Bytes, int First, int Last);
}

/// <summary>How many bytes a value takes, and from which step to which it is needed.</summary>
internal sealed record ArenaLife(int Value, long Bytes, int First, int Last);
