using System.Numerics;

namespace Hornet.Testing;

/// <summary>Integers of any width; a bool is a byte of 0 or 1.</summary>
internal sealed class IntegerCodec<T>(string name, ElementKind kind = ElementKind.Integer)
    : ElementCodec(name, T.Zero.GetByteCount(), kind)
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private static readonly bool s_unsigned = T.MinValue == T.Zero;

    public override double ReadDouble(ReadOnlySpan<byte> element) => double.CreateTruncating(Read(element));

    public override long ReadInt64(ReadOnlySpan<byte> element) => long.CreateTruncating(Read(element));

    public override void WriteDouble(Span<byte> element, double value)
    {
        if (!double.IsInteger(value) || !TryWriteInteger(element, (Int128)value))
        {
            throw new OverflowException($"Expected an element of {Name}. Received: {value}.");
        }
    }

    public override bool TryWriteInteger(Span<byte> element, Int128 value)
    {
        var largest = Kind == ElementKind.Bool ? Int128.One : Int128.CreateChecked(T.MaxValue);
        return value >= Int128.CreateChecked(T.MinValue) && value <= largest
            && T.CreateChecked(value).TryWriteLittleEndian(element, out _);
    }

    private static T Read(ReadOnlySpan<byte> element) => T.ReadLittleEndian(element, s_unsigned);
}
