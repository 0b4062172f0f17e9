using System.Numerics;

namespace Hornet.Testing;

/// <summary>Sees .NET's own arrays and scalars as arrays with a dtype.</summary>
internal static class ActualArrays
{
    private static readonly Dictionary<Type, string> s_dtypes = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "uint8",
        [typeof(ushort)] = "uint16",
        [typeof(uint)] = "uint32",
        [typeof(ulong)] = "uint64",
        [typeof(sbyte)] = "int8",
        [typeof(short)] = "int16",
        [typeof(int)] = "int32",
        [typeof(long)] = "int64",
        [typeof(Half)] = "float16",
        [typeof(float)] = "float32",
        [typeof(double)] = "float64",
        [typeof(Complex)] = "complex128",
        [typeof(string)] = "string",
    };

    /// <summary>An array as it is, .NET's of any rank, a scalar as an array of rank 0; null for all else.</summary>
    public static IActualArray? From(object? actual) => actual switch
    {
        IActualArray array => array,
        Array array when s_dtypes.TryGetValue(array.GetType().GetElementType()!, out var dtype) =>
            new ManagedArray(dtype, Sizes(array), [.. array.Cast<object>()]),
        not null when s_dtypes.TryGetValue(actual.GetType(), out var dtype) => new ManagedArray(dtype, [], [actual]),
        _ => null,
    };

    private static int[] Sizes(Array array) => [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)];

    private sealed record ManagedArray(string DType, IReadOnlyList<int> Shape, object[] Elements) : IActualArray
    {
        public double[] ToDoubles() => Array.ConvertAll(Elements, ActualScalars.ToDouble);

        public long[] ToInt64s() => Array.ConvertAll(Elements, ActualScalars.ToInt64);

        public Complex[] ToComplexes() =>
            Array.ConvertAll(Elements, element => element is Complex number ? number : ActualScalars.ToDouble(element));

        public string[] ToStrings() => Array.ConvertAll(Elements, element => (string)element);
    }
}
