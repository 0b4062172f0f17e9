using System.Security.Cryptography;
using Hornet.Saving.Hdf5;

namespace Hornet.Conformance;

/// <summary>All that an HDF5 file holds, a line each.</summary>
internal static class SavedListing
{
    public static SortedSet<string> Of(ByteSource source)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        Add(source, Hdf5File.Open(source), lines);
        return lines;
    }

    /// <summary>The first lines that one has and the other has not.</summary>
    public static string? Difference(SortedSet<string> expected, SortedSet<string> received)
    {
        var missing = expected.Except(received).Take(3).ToArray();
        var more = received.Except(expected).Take(3).ToArray();
        if (missing.Length + more.Length == 0)
        {
            return null;
        }

        return SavedConfig.Difference(
            missing.FirstOrDefault() ?? "nothing", more.FirstOrDefault() ?? "nothing", "the HDF5 file");
    }

    private static void Add(ByteSource source, Hdf5Object item, SortedSet<string> lines)
    {
        foreach (var attribute in item.Attributes())
        {
            lines.Add($"{item.Path}@{attribute.Name} {Text(source, attribute)}");
        }

        if (item is Hdf5Dataset dataset)
        {
            lines.Add($"{item.Path} {dataset.Type} ({string.Join(",", dataset.Axes)}) "
                + Convert.ToHexStringLower(SHA256.HashData(dataset.Read()))[..12]);
        }
        else if (item is Hdf5Group group)
        {
            lines.Add($"{item.Path}/");
            foreach (var name in group.Names)
            {
                Add(source, group.Child(name)!, lines);
            }
        }
    }

    private static string Text(string text) =>
        text.StartsWith('{') ? SavedConfig.Text(text) : text;

    // A text of a fixed length and one in the heap are the same to Python.
    private static string Text(ByteSource source, Hdf5Attribute attribute) =>
        attribute.Type.Kind is Hdf5Kind.Text or Hdf5Kind.HeapText
            ? $"[{string.Join(",", attribute.ToTexts(source).Select(Text))}]"
            : $"({string.Join(",", attribute.Axes)})";
}
