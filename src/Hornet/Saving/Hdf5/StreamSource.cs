namespace Hornet.Saving.Hdf5;

/// <summary>The bytes of a stream that can seek, from its start.</summary>
internal sealed class StreamSource(Stream stream) : ByteSource
{
    public override long Length { get; } = stream.Length;

    protected override void Fill(long offset, Span<byte> destination)
    {
        stream.Position = offset;
        try
        {
            stream.ReadExactly(destination);
        }
        catch (EndOfStreamException e)
        {
            throw Hdf5Error.Broken("a file that stays as it is while it is read", e.Message);
        }
    }
}
