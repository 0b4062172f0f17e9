using System.Globalization;

namespace Hornet.Native;

/// <summary>One argument of an ATen op; converts from what the op's schema asks for.</summary>
internal readonly struct Argument
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
        Double,
        DType,
        MemoryFormat,
        Device,
        Tensor,
        Text,
        Numbers,
        Doubles,
        Bools,
        Tensors,
        OptionalTensors,
    }

    /// <summary>An optional argument that is left out.</summary>
    public static Argument None => default;

    public static implicit operator Argument(TensorHandle value) => new(Kind.Tensor, (ulong)value.Pointer);

    public static implicit operator Argument(long value) => new(Kind.Number, (ulong)value);

    public static implicit operator Argument(bool value) => new(Kind.Number, value ? 1UL : 0UL);

    public static implicit operator Argument(double value) => new(Kind.Double, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>The schema's <c>ScalarType</c>.</summary>
    public static implicit operator Argument(DType value) => new(Kind.DType, (ulong)value);

    public static implicit operator Argument(MemoryFormat value) => new(Kind.MemoryFormat, (ulong)value);

    /// <summary>The schema's <c>Device</c>: the first one of its type.</summary>
    public static implicit operator Argument(DeviceType value) => new(Kind.Device, (ulong)value);

    /// <summary>The schema's <c>str</c>.</summary>
    public static implicit operator Argument(string value) => new(Kind.Text, 0, value);

    public static implicit operator Argument(long[] values) => new(Kind.Numbers, 0, values);

    public static implicit operator Argument(double[] values) => new(Kind.Doubles, 0, values);

    public static implicit operator Argument(bool[] values) => new(Kind.Bools, 0, values);

    public static implicit operator Argument(TensorHandle[] values) => new(Kind.Tensors, 0, values);

    /// <summary>The schema's <c>Tensor?[]</c>: null where a tensor is left out.</summary>
    public static implicit operator Argument(TensorHandle?[] values) => new(Kind.OptionalTensors, 0, values);

    /// <summary>An optional argument that is given: the schema's <c>int?</c>, <c>ScalarType?</c>, ...</summary>
    public static Argument Some(Argument value) => new(value._kind, value._bits, value._items, optional: true);

    public override string ToString() => _kind switch
    {
        Kind.None => "None",
        Kind.Tensor => new TensorHandle((nint)_bits).ToString(),
        Kind.DType => ((DType)_bits).ToString(),
        Kind.MemoryFormat => ((MemoryFormat)_bits).ToString(),
        Kind.Device => ((DeviceType)_bits).ToString(),
        Kind.Text => $"\"{_items}\"",
        Kind.Numbers => Join((long[])_items!),
        Kind.Doubles => Join((double[])_items!),
        Kind.Bools => Join((bool[])_items!),
        Kind.Tensors => Join((TensorHandle[])_items!),
        Kind.OptionalTensors => Join(((TensorHandle?[])_items!).Select(item => item?.ToString() ?? "None")),
        Kind.Double => BitConverter.UInt64BitsToDouble(_bits).ToString(CultureInfo.InvariantCulture),
        _ => ((long)_bits).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The 64 bits of this argument on libtorch's stack. libtorch takes what they point to.</summary>
    internal ulong ToSlot()
    {
        var value = _kind switch
        {
            Kind.DType => (ulong)DTypeCodes.ToCode((DType)_bits),
            Kind.MemoryFormat => (ulong)EnumCodes.ToCode((MemoryFormat)_bits),
            Kind.Device => (ulong)EnumCodes.ToCode((DeviceType)_bits) << 32, // the lower half is the device's index
            Kind.Tensor => Slots.Reference(new TensorHandle((nint)_bits)),
            Kind.Text => Slots.Text((string)_items!),
            Kind.Numbers => Slots.List<long>((long[])_items!, item => (ulong)item),
            Kind.Doubles => Slots.List<double>((double[])_items!, BitConverter.DoubleToUInt64Bits),
            Kind.Bools => Slots.List<bool>((bool[])_items!, item => item ? 1UL : 0UL),
            Kind.Tensors => Slots.List<TensorHandle>((TensorHandle[])_items!, Slots.Reference),
            Kind.OptionalTensors => Slots.List<TensorHandle?>((TensorHandle?[])_items!, Slots.Optional),
            _ => _bits,
        };

        return _optional ? Slots.Box(value) : value;
    }

    private static string Join<T>(IEnumerable<T> items) =>
        $"[{string.Join(", ", items.Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)))}]";
}
