using System.IO.Hashing;

namespace Hornet.Saving.Hdf5;

/// <summary>The bytes of a stream that cannot seek, read into memory as they come.</summary>
internal sealed class BlockSource : ByteSource
{
    private const int BlockSize = 1 << 24;

    private readonly List<byte[]> _blocks = [];

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="maxLength">A stream that is longer is refused.</param>
    /// <param name="sum">Sums the bytes up as they come.</param>
    public BlockSource(Stream stream, long maxLength, NonCryptographicHashAlgorithm? sum = null)
    {
        int count;
        do
        {
            var block = GC.AllocateUninitializedArray<byte>(
                (int)Math.Min(BlockSize, Math.Max(maxLength - Length, 0) + 1));
            count = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
            _blocks.Add(block);
            sum?.Append(block.AsSpan(0, count));
            Length += count;
            if (Length > maxLength)
            {
                throw Hdf5Error.Broken($"at most the {maxLength} bytes that it says it has", "more");
            }
        }
        while (count == BlockSize);
    }

    public override long Length { get; }

    protected override void Fill(long offset, Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            var part = _blocks[(int)(offset / BlockSize)].AsSpan((int)(offset % BlockSize));
            part = part[..Math.Min(part.Length, destination.Length)];
            part.CopyTo(destination);
            destination = destination[part.Length..];
            offset += part.Length;
        }
    }
}
