using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>One argument of an ATen op; converts from what the op's schema asks for.</summary>
internal readonly unsafe struct Argument
{
    private readonly Kind _kind;
    private readonly bool _optional;
    private readonly ulong _bits;
    private readonly object? _items;

    private Argument(Kind kind, ulong bits, object? items = null, bool optional = false) =>
        (_kind, _bits, _items, _optional) = (kind, bits, items, optional);

    private enum Kind
    {
        None,
        Number,
        DType,
        Tensor,
        Numbers,
        Tensors,
        Text,
    }

    /// <summary>An optional argument that is left out.</summary>
    public static Argument None => default;

    public static implicit operator Argument(TensorHandle value) => new(Kind.Tensor, (ulong)value.Pointer);

    public static implicit operator Argument(long value) => new(Kind.Number, (ulong)value);

    public static implicit operator Argument(bool value) => new(Kind.Number, value ? 1UL : 0UL);

    public static implicit operator Argument(double value) => new(Kind.Number, BitConverter.DoubleToUInt64Bits(value));

    public static implicit operator Argument(DType value) => new(Kind.DType, (ulong)value);

    /// <summary>The schema's <c>str</c>.</summary>
    public static implicit operator Argument(string value) => new(Kind.Text, 0, value);

    public static implicit operator Argument(long[] values) => new(Kind.Numbers, 0, values);

    public static implicit operator Argument(TensorHandle[] values) => new(Kind.Tensors, 0, values);

    /// <summary>An optional argument that is given: the schema's <c>int?</c>, <c>ScalarType?</c>, ...</summary>
    public static Argument Some(Argument value) => new(value._kind, value._bits, value._items, optional: true);

    public override string ToString() => _kind switch
    {
        Kind.None => "None",
        Kind.Tensor => new TensorHandle((nint)_bits).ToString(),
        Kind.DType => ((DType)_bits).ToString(),
        Kind.Text => $"\"{_items}\"",
        Kind.Numbers => $"[{string.Join(", ", (long[])_items!)}]",
        Kind.Tensors => $"[{string.Join(", ", (TensorHandle[])_items!)}]",
        _ => ((long)_bits).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>The 64 bits of this argument on libtorch's stack. libtorch takes what they point to.</summary>
    internal ulong ToSlot()
    {
        var value = _kind switch
        {
            Kind.DType => (ulong)DTypeCodes.ToCode((DType)_bits),
            Kind.Tensor => Reference(new TensorHandle((nint)_bits)),
            Kind.Text => Text((string)_items!),
            Kind.Numbers => List((long[])_items!),
            Kind.Tensors => List((TensorHandle[])_items!),
            _ => _bits,
        };

        return _optional ? Box(value) : value;
    }

    private static ulong Reference(TensorHandle tensor) => (ulong)tensor.NewReference().Pointer;

    private static ulong Text(string value)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(value);
        fixed (byte* data = bytes)
        {
            _ = Exports.torch_new_string_handle(data, (nuint)bytes.Length, out var handle);
            return (ulong)handle;
        }
    }

    private static ulong List(long[] values)
    {
        _ = Exports.torch_new_list_reserve_size((nuint)values.Length, out var list);
        foreach (var value in values)
        {
            _ = Exports.torch_list_push_back(list, (ulong)value);
        }

        return (ulong)list;
    }

    private static ulong List(TensorHandle[] values)
    {
        _ = Exports.torch_new_list_reserve_size((nuint)values.Length, out var list);
        foreach (var value in values)
        {
            _ = Exports.torch_list_push_back(list, Reference(value));
        }

        return (ulong)list;
    }

    private static ulong Box(ulong value)
    {
        var box = (ulong*)NativeMemory.Alloc(sizeof(ulong)); // libtorch frees it
        *box = value;
        return (ulong)box;
    }
}
