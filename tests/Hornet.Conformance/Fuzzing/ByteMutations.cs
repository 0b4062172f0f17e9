using System.Buffers.Binary;

namespace Hornet.Conformance;

/// <summary>Changes of a file that know nothing of it, but that numbers of eight bytes may be sizes.</summary>
internal static class ByteMutations
{
    private const int LongestSpan = 300;

    private static readonly long[] s_numbers =
        [0, 1, -1, 2, 7, 8, 255, 256, 65535, 65536, 1 << 20, int.MaxValue, uint.MaxValue, 1L << 32, 1L << 40,
        long.MaxValue, long.MinValue, long.MaxValue / 8, long.MaxValue - 7];

    public static byte[] Apply(byte[] bytes, Random random)
    {
        var changed = (byte[])bytes.Clone();
        var count = 1 << random.Next(4);
        for (var i = 0; i < count && changed.Length > 0; i++)
        {
            changed = Once(changed, random);
        }

        return changed;
    }

    private static byte[] Once(byte[] bytes, Random random)
    {
        var place = random.Next(bytes.Length);
        var length = Math.Min(1 + random.Next(random.Next(2) == 0 ? 8 : LongestSpan), bytes.Length - place);
        var (before, span, after) = (bytes[..place], bytes[place..(place + length)], bytes[(place + length)..]);
        switch (random.Next(12))
        {
            case 0:
                return [.. before, .. after];
            case 1:
                return [.. before, .. span, .. span, .. after];
            case 2:
                return [.. before, .. Noise(length, random), .. span, .. after];
            case 3:
                return [.. before, .. Noise(length, random), .. after];
            case 4:
                return [.. before, .. new byte[length], .. after];
            case 5:
                return random.Next(3) == 0 ? before : [.. before, .. after, .. span];
            case 6 or 7:
                bytes[place] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 8:
                bytes[place] = (byte)(random.Next(2) == 0 ? 255 : random.Next(256));
                return bytes;
            case 9:
                WriteNumber(bytes.AsSpan(place), 1 << random.Next(4), Number(bytes, random));
                return bytes;
            default:
                WriteNumber(bytes.AsSpan(Size(bytes, random)), 8, Number(bytes, random));
                return bytes;
        }
    }

    private static byte[] Noise(int length, Random random)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    // What could be an address or a size: eight bytes that are a number within the file.
    private static int Size(byte[] bytes, Random random)
    {
        var place = 0;
        for (var i = 0; i < 200 && bytes.Length >= 8; i++)
        {
            place = random.Next((bytes.Length / 8)) * 8;
            if (BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(place)) is > 0 and var number
                && number <= bytes.Length)
            {
                break;
            }
        }

        return place;
    }

    // A number that is often a mistake, or one that stands elsewhere in the file, or one close to it.
    private static long Number(byte[] bytes, Random random)
    {
        var place = Size(bytes, random);
        return bytes.Length >= place + 8 && random.Next(2) == 0
            ? BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(place)) + (random.Next(3) == 0 ? random.Next(9) : 0)
            : random.Next(4) == 0 ? bytes.Length - random.Next(9)
            : s_numbers[random.Next(s_numbers.Length)];
    }

    private static void WriteNumber(Span<byte> place, int size, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        size = Math.Min(size, place.Length);
        bytes[..size].CopyTo(place);
    }
}
