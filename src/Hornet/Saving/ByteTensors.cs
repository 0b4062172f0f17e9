using Hornet.Native;

namespace Hornet.Saving;

/// <summary>Tensors from the bytes of their elements and back.</summary>
internal static class ByteTensors
{
    /// <summary>A tensor whose memory is filled.</summary>
    public static EagerTensor Read(DType dtype, ReadOnlySpan<long> axes, Action<Span<byte>> fill)
    {
        var tensor = new EagerTensor(TensorHandle.Empty(dtype, axes));
        fill(tensor.Handle.RawBytes);
        return tensor;
    }

    /// <summary>How many bytes the elements have.</summary>
    public static long Size(EagerTensor tensor)
    {
        var size = tensor.Handle.Bytes;
        GC.KeepAlive(tensor);
        return size;
    }

    public static byte[] Write(EagerTensor tensor)
    {
        using var stream = new MemoryStream((int)Size(tensor));
        Write(tensor, stream);
        return stream.ToArray();
    }

    /// <summary>Writes the elements to a stream, as they lie in memory.</summary>
    public static void Write(EagerTensor tensor, Stream stream)
    {
        using var contiguous = tensor.Handle.Contiguous();
        stream.Write(contiguous.RawBytes);
        GC.KeepAlive(tensor);
    }
}
