using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Where values lie in one block of memory: those that are never there together share places.</summary>
internal sealed class ArenaLayout
{
    private readonly Dictionary<int, long> _offsets = [];

    /// <param name="lives">The values, how many bytes each takes, and from which step to which it is needed.</param>
    public ArenaLayout(IEnumerable<(int Value, long Bytes, int First, int Last)> lives)
    {
        var placed = new List<(long Offset, long Bytes, int First, int Last)>();
        foreach (var (value, size, first, last) in lives.OrderByDescending(life => life.Bytes))
        {
            var bytes = Aligned(size);
            var offset = Gap(placed.Where(other => other.First <= last && first <= other.Last), bytes);
            placed.Add((offset, bytes, first, last));
            _offsets.Add(value, offset);
            Bytes = Math.Max(Bytes, offset + bytes);
        }
    }

    /// <summary>The size of the block.</summary>
    public long Bytes { get; }

    public IEnumerable<int> Values => _offsets.Keys;

    public long OffsetOf(int value) => _offsets[value];

    // The first place that is wide enough beside all that is there at the same time.
    private static long Gap(IEnumerable<(long Offset, long Bytes, int First, int Last)> neighbours, long bytes)
    {
        var offset = 0L;
        foreach (var other in neighbours.OrderBy(other => other.Offset))
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
}
