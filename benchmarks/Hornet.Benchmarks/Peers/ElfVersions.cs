using System.Buffers.Binary;
using System.Text;

namespace Benchmarks;

/// <summary>What a 64-bit ELF library asks of the libraries that it needs: versions of their symbols.</summary>
/// <remarks>
/// The section <c>.gnu.version_r</c> lists, for each library, the versions that must be there when it is loaded. One
/// that is marked weak may be missing: the symbols that bear it are then bound without a version, or not at all.
/// </remarks>
internal static class ElfVersions
{
    private const uint VersionNeeds = 0x6ffffffe; // SHT_GNU_verneed
    private const ushort Weak = 2; // VER_FLG_WEAK
    private const int SectionOffset = 0x28;
    private const int SectionSize = 0x3a;
    private const int SectionCount = 0x3c;

    /// <summary>Marks a version as one that may be missing; gives how many entries it has changed.</summary>
    public static int MakeWeak(Span<byte> library, string version)
    {
        var changed = 0;
        for (var i = 0; i < Read16(library, SectionCount); i++)
        {
            var section = Section(library, i);
            if (Read32(section, 4) == VersionNeeds)
            {
                var names = Section(library, (int)Read32(section, 0x28));
                changed += MakeWeak(library, (int)Read64(section, 0x18), (int)Read64(names, 0x18), version);
            }
        }

        return changed;
    }

    // Entries are chained by distances; each has a chain of versions of its own.
    private static int MakeWeak(Span<byte> library, int need, int names, string version)
    {
        var changed = 0;
        for (uint next = 1; next != 0; need += (int)next)
        {
            var one = need + (int)Read32(library, need + 8);
            for (uint step = 1; step != 0; one += (int)step)
            {
                if (Name(library, names + (int)Read32(library, one + 8)) == version)
                {
                    var flags = (ushort)(Read16(library, one + 4) | Weak);
                    BinaryPrimitives.WriteUInt16LittleEndian(library[(one + 4)..], flags);
                    changed++;
                }

                step = Read32(library, one + 12);
            }

            next = Read32(library, need + 12);
        }

        return changed;
    }

    private static Span<byte> Section(Span<byte> library, int index) =>
        library[((int)Read64(library, SectionOffset) + (index * Read16(library, SectionSize)))..];

    private static string Name(ReadOnlySpan<byte> library, int start)
    {
        var name = library[start..];
        return Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]);
    }

    private static ushort Read16(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Read32(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong Read64(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
