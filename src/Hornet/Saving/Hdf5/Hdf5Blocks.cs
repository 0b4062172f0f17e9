namespace Hornet.Saving.Hdf5;

/// <summary>The parts of a file that is to be written, each at its address.</summary>
internal sealed class Hdf5Blocks
{
    /// <summary>All parts begin at a multiple of this.</summary>
    public const int Alignment = 8;

    private readonly List<(long Address, byte[]? Bytes, EagerTensor? Tensor)> _blocks = [];

    /// <summary>How long the file is.</summary>
    public long Length { get; private set; }

    /// <summary>A size with what fills it up to the next part.</summary>
    public static long Padded(long size) => (size + Alignment - 1) & -Alignment;

    /// <summary>Adds bytes, which may change until they are written, and says where they are.</summary>
    public long Add(byte[] bytes) => Add(bytes.Length, bytes, null);

    /// <summary>Adds the elements of a tensor, and says where they are.</summary>
    public long Add(EagerTensor tensor) => Add(ByteTensors.Size(tensor), null, tensor);

    /// <summary>Writes all of them.</summary>
    public void Write(Stream stream)
    {
        Span<byte> padding = stackalloc byte[Alignment];
        padding.Clear();
        var position = 0L;
        foreach (var (address, bytes, tensor) in _blocks)
        {
            stream.Write(padding[..(int)(address - position)]);
            position = address;
            if (tensor is not null)
            {
                ByteTensors.Write(tensor, stream);
                position += ByteTensors.Size(tensor);
            }
            else
            {
                stream.Write(bytes);
                position += bytes!.Length;
            }
        }
    }

    private long Add(long size, byte[]? bytes, EagerTensor? tensor)
    {
        var address = Padded(Length);
        _blocks.Add((address, bytes, tensor));
        Length = address + size;
        return address;
    }
}
