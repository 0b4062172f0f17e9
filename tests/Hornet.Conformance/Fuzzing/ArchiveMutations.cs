using System.IO.Compression;

namespace Hornet.Conformance;

/// <summary>Changes of a zip archive that leave it one, with right checksums: of its members, and of what is in
/// them.</summary>
internal static class ArchiveMutations
{
    private const int ManyMembers = 2000;

    private static readonly string[] s_names =
    [
        "../../outside", "/outside", "C:\\outside", "config.json", "model.weights.h5", "CONFIG.JSON", "config.json/x",
        "assets/../../outside", "\0", "",
    ];

    public static byte[] Apply(byte[] archive, Random random)
    {
        var members = Read(archive);
        if (members.Count == 0)
        {
            return ByteMutations.Apply(archive, random);
        }

        var at = random.Next(members.Count);
        var (name, bytes) = members[at];
        if (random.Next(5) == 0)
        {
            Rearrange(members, at, random);
        }
        else
        {
            var isText = name.EndsWith(".json", StringComparison.Ordinal);
            members[at] = (name, isText && random.Next(4) > 0
                ? Texts(bytes, random) : ByteMutations.Apply(bytes, random));
        }

        return Write(members, random.Next(3) == 0 ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
    }

    /// <summary>A text with another configuration in it, or bytes that were changed where it has none.</summary>
    public static byte[] Texts(byte[] text, Random random)
    {
        try
        {
            return JsonMutations.Apply(text, random);
        }
        catch (Serialization.KerasSerializationException)
        {
            return ByteMutations.Apply(text, random);
        }
    }

    private static void Rearrange(List<(string Name, byte[] Bytes)> members, int at, Random random)
    {
        var (name, bytes) = members[at];
        switch (random.Next(6))
        {
            case 0:
                members[at] = (s_names[random.Next(s_names.Length)], bytes);
                break;
            case 1:
                members.Insert(random.Next(members.Count), (name, ByteMutations.Apply(bytes, random)));
                break;
            case 2:
                members.RemoveAt(at);
                break;
            case 3:
                members[at] = (name, members[random.Next(members.Count)].Bytes);
                break;
            case 4:
                members[at] = (name, new byte[random.Next(1 << 22)]);
                break;
            default:
                members.AddRange(Enumerable.Range(0, ManyMembers).Select(i => ($"assets/{i % 3}", bytes[..0])));
                break;
        }
    }

    private static List<(string Name, byte[] Bytes)> Read(byte[] bytes)
    {
        var members = new List<(string Name, byte[] Bytes)>();
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in archive.Entries)
            {
                using var member = entry.Open();
                using var content = new MemoryStream();
                member.CopyTo(content);
                members.Add((entry.FullName, content.ToArray()));
            }
        }
        catch (InvalidDataException)
        {
            // A file that is broken as it is: what was read so far will do.
        }

        return members;
    }

    private static byte[] Write(List<(string Name, byte[] Bytes)> members, CompressionLevel level)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in members)
            {
                using var member = archive.CreateEntry(name.Length == 0 ? " " : name, level).Open();
                member.Write(bytes);
            }
        }

        return file.ToArray();
    }
}
