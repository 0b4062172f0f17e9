namespace Hornet.Conformance;

/// <summary>Changes of the configurations that an HDF5 file has in its attributes: they stay as long as they were.
/// </summary>
internal static class Hdf5Mutations
{
    private const int Tries = 5;

    public static byte[] Apply(byte[] bytes, Random random)
    {
        var begins = Texts(bytes);
        for (var i = 0; i < Tries && begins.Count > 0; i++)
        {
            var (begin, length) = begins[random.Next(begins.Count)];
            var text = ArchiveMutations.Texts(bytes[begin..(begin + length)], random);
            if (text.Length <= length)
            {
                byte[] spaces = [.. Enumerable.Repeat((byte)' ', length - text.Length)];
                return [.. bytes[..begin], .. text, .. spaces, .. bytes[(begin + length)..]];
            }
        }

        return ByteMutations.Apply(bytes, random);
    }

    // Where a dictionary begins, and how long it is.
    private static List<(int Begin, int Length)> Texts(byte[] bytes)
    {
        var texts = new List<(int, int)>();
        for (var i = bytes.AsSpan().IndexOf("{\""u8); i >= 0;)
        {
            var length = Length(bytes.AsSpan(i));
            texts.Add((i, length));
            var next = bytes.AsSpan(i + length).IndexOf("{\""u8);
            i = next < 0 ? -1 : i + length + next;
        }

        return texts;
    }

    private static int Length(ReadOnlySpan<byte> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is (byte)'{' ? 1 : text[i] is (byte)'}' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }
}
