using Hornet.Native;

namespace Hornet.Saving;

/// <summary>Tensors from the bytes of their elements and back.</summary>
internal static class ByteTensors
{
    public static EagerTensor Read(DType dtype, ReadOnlySpan<long> axes, ReadOnlySpan<byte> bytes)
    {
        var handle = TensorHandle.Empty(dtype, axes);
        bytes.CopyTo(handle.RawBytes);
        return new EagerTensor(handle);
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
