using System.Numerics;

namespace Hornet.Testing;

/// <summary>Scalars, and enums by their name.</summary>
internal static class ScalarBinding
{
    // An int of Python is a float where a float is wanted; a float is never an int.
    private const int Widened = 1;

    public static BoundValue? TryBind(CorpusValue value, Type type) => value switch
    {
        CorpusBool flag when type == typeof(bool) => new BoundValue(flag.Value),
        CorpusInt number => FromInteger(number.Value, type),
        CorpusFloat number => FromReal(number.Value, type) is { } real ? new BoundValue(real) : null,
        CorpusComplex number when type == typeof(Complex) => new BoundValue(number.Value),
        CorpusString text when type == typeof(string) => new BoundValue(text.Value),
        CorpusString text when type.IsEnum => FromName(text.Value, type),
        CorpusName named when type == typeof(string) => new BoundValue(named.Name, Widened),
        CorpusName named when type.IsEnum => FromName(named.Name, type),
        _ => null,
    };

    private static BoundValue? FromInteger(BigInteger number, Type type)
    {
        if (FromReal((double)number, type) is { } real)
        {
            return new BoundValue(real, Widened);
        }

        // The narrower the type, the nearer the next overload: Keras's ints are .NET's int by habit.
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => null,
            TypeCode.Int32 when Fits<int>(number) => new BoundValue((int)number),
            TypeCode.Int64 when Fits<long>(number) => new BoundValue((long)number),
            TypeCode.UInt32 when Fits<uint>(number) => new BoundValue((uint)number),
            TypeCode.UInt64 when Fits<ulong>(number) => new BoundValue((ulong)number),
            TypeCode.Byte when Fits<byte>(number) => new BoundValue((byte)number, Widened),
            TypeCode.Int16 when Fits<short>(number) => new BoundValue((short)number, Widened),
            TypeCode.SByte when Fits<sbyte>(number) => new BoundValue((sbyte)number, Widened),
            TypeCode.UInt16 when Fits<ushort>(number) => new BoundValue((ushort)number, Widened),
            _ => type == typeof(BigInteger) ? new BoundValue(number) : null,
        };
    }

    private static object? FromReal(double number, Type type) => type switch
    {
        _ when type == typeof(double) => number,
        _ when type == typeof(float) => (float)number,
        _ when type == typeof(Half) => (Half)number,
        _ when type == typeof(Complex) => new Complex(number, 0),
        _ => null,
    };

    private static BoundValue? FromName(string name, Type type) =>
        Enum.GetNames(type).FirstOrDefault(member => KerasNames.Match(name, member)) is { } found
            ? new BoundValue(Enum.Parse(type, found))
            : null;

    private static bool Fits<T>(BigInteger number)
        where T : IMinMaxValue<T>, IBinaryInteger<T> =>
        number >= BigInteger.CreateChecked(T.MinValue) && number <= BigInteger.CreateChecked(T.MaxValue);
}
