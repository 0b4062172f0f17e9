using System.Globalization;
using System.Numerics;

namespace Hornet.Testing;

/// <summary>Reads .NET's scalars, and arrays of rank 0, by their kind.</summary>
internal static class ActualScalars
{
    /// <summary>An integer of any width.</summary>
    public static BigInteger? Integer(object? actual) => actual switch
    {
        byte or sbyte or short or ushort or int or uint or long => ToInt64(actual),
        ulong number => number,
        BigInteger number => number,
        IActualArray { Shape.Count: 0 } array when Kind(array) == ElementKind.Integer => Single(array),
        _ => null,
    };

    public static double? Real(object? actual) => actual switch
    {
        Half or float or double => ToDouble(actual),
        IActualArray { Shape.Count: 0 } array when Kind(array) == ElementKind.Float => array.ToDoubles()[0],
        _ => null,
    };

    public static bool? Flag(object? actual) => actual switch
    {
        bool flag => flag,
        IActualArray { Shape.Count: 0 } array when Kind(array) == ElementKind.Bool => array.ToInt64s()[0] != 0,
        _ => null,
    };

    public static Complex? Complex(object? actual) => actual switch
    {
        Complex number => number,
        IActualArray { Shape.Count: 0 } array when Kind(array) == ElementKind.Complex => array.ToComplexes()[0],
        _ => null,
    };

    public static string? Text(object? actual) => actual switch
    {
        string text => text,
        IActualArray { Shape.Count: 0 } array when Kind(array) == ElementKind.Text => array.ToStrings()[0],
        _ => null,
    };

    public static double ToDouble(object element) => element switch
    {
        Half number => (double)number,
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException($"Expected a real number. Received: {element}."),
    };

    public static long ToInt64(object element) => element is ulong bits
        ? unchecked((long)bits)
        : Convert.ToInt64(element, CultureInfo.InvariantCulture);

    private static ElementKind Kind(IActualArray array) => ElementCodec.Of(array.DType).Kind;

    private static BigInteger Single(IActualArray array) =>
        array.ToInt64s()[0] is var bits && array.DType == "uint64" ? unchecked((ulong)bits) : bits;
}
