using System.Text;
using Hornet.Saving.Hdf5;

namespace Hornet.Saving;

/// <summary>Lists of names in attributes: a long one is in several, with numbers.</summary>
internal static class LegacyNames
{
    // HDF5 keeps attributes of less than 64 KiB.
    private const int MaxBytes = 64512;

    /// <summary>Writes names, in several lists where one would be too long.</summary>
    public static void Write(Hdf5Writer file, string path, string name, string[] names)
    {
        var parts = 1 + (names.Sum(text => 16 + Encoding.UTF8.GetByteCount(text)) / MaxBytes);
        if (parts == 1)
        {
            file.Attribute(path, name, names);
            return;
        }

        foreach (var (i, part) in names.Chunk((names.Length + parts - 1) / parts).Index())
        {
            file.Attribute(path, $"{name}{i}", part);
        }
    }

    /// <summary>The names; null where there is no such list.</summary>
    public static string[]? Read(Hdf5Object owner, string name)
    {
        var attributes = new Dictionary<string, Hdf5Attribute>();
        foreach (var attribute in owner.Attributes())
        {
            attributes[attribute.Name] = attribute;
        }

        if (attributes.TryGetValue(name, out var whole))
        {
            return owner.Texts(whole);
        }

        var names = new List<string>();
        var count = 0;
        while (attributes.TryGetValue($"{name}{count}", out var part))
        {
            names.AddRange(owner.Texts(part));
            count++;
        }

        return count == 0 ? null : [.. names];
    }
}
