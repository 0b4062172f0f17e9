namespace Hornet.Native;

/// <content>The way of elements between .NET's memory and native memory.</content>
/// <remarks>
/// <see cref="ElementTypes"/> says which type fits which dtype. Of a lazily conjugated tensor (<c>aten::conj</c>) the
/// memory holds the other value: kernels call <c>aten::conj_physical</c>.
/// </remarks>
internal readonly unsafe partial record struct TensorHandle
{
    /// <summary>The bytes of a contiguous tensor of any dtype.</summary>
    public Span<byte> RawBytes => Memory<byte>(Bytes);

    /// <summary>A contiguous tensor with a copy of the elements.</summary>
    public static TensorHandle From<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> sizes, DType dtype)
        where T : unmanaged
    {
        ElementTypes.Require<T>(dtype);
        var tensor = Empty(dtype, sizes);
        var destination = tensor.Elements<T>();
        if (elements.Length != destination.Length)
        {
            tensor.Dispose();
            throw new ArgumentException(
                $"Expected {destination.Length} elements for the sizes [{string.Join(", ", sizes.ToArray())}]. " +
                $"Received: {elements.Length}.");
        }

        elements.CopyTo(destination);
        return tensor;
    }

    /// <summary>The elements of a contiguous tensor where they lie, valid as long as the handle.</summary>
    public Span<T> Elements<T>()
        where T : unmanaged
    {
        ElementTypes.Require<T>(DType);
        return Memory<T>(Bytes / sizeof(T));
    }

    /// <summary>The only element of a tensor of one element, whatever its rank.</summary>
    public T Item<T>()
        where T : unmanaged
    {
        ElementTypes.Require<T>(DType);
        if (Bytes != sizeof(T))
        {
            throw new InvalidOperationException($"Expected a tensor of one element. Received: {this}.");
        }

        return Memory<T>(1)[0];
    }

    /// <summary>Copies the elements, in row-major order whatever the strides.</summary>
    public void CopyTo<T>(Span<T> destination)
        where T : unmanaged
    {
        using var contiguous = Contiguous();
        contiguous.Elements<T>().CopyTo(destination);
    }

    /// <summary>The same elements in row-major order: a second reference where they are, otherwise a copy.</summary>
    public TensorHandle Contiguous()
    {
        if (IsContiguous && (IsOwn || DType is not (DType.Complex64 or DType.Complex128))) // may be lazily conjugated
        {
            return NewReference();
        }

        return Duplicate();
    }

    /// <summary>A copy of the elements, in row-major order.</summary>
    public TensorHandle Duplicate()
    {
        var copy = Empty(DType, Sizes);
        TorchTensor.Copy(Torch, copy.Torch);
        return copy;
    }

    private Span<T> Memory<T>(long count)
    {
        if (!IsContiguous)
        {
            throw new InvalidOperationException(
                $"Expected a contiguous tensor: Contiguous() gives one. Received: {this} with strides " +
                $"[{string.Join(", ", Strides.ToArray())}].");
        }

        return new Span<T>((void*)Address.Value, checked((int)count));
    }
}
