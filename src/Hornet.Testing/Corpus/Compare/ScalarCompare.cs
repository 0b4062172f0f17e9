namespace Hornet.Testing;

/// <summary>Compares Python's scalars, and what a case gives by its name only.</summary>
internal static class ScalarCompare
{
    public static bool Agree(CorpusValue expected, object? actual, Tolerances tolerances) => expected switch
    {
        _ when expected.Equals(actual) => true,
        CorpusNull => actual is null,
        CorpusBool flag => ActualScalars.Flag(Unwrap(actual)) == flag.Value,
        CorpusInt number => ActualScalars.Integer(Unwrap(actual)) == number.Value,
        CorpusFloat number => ActualScalars.Real(Unwrap(actual)) is { } real
            && tolerances.For(DType(actual, "float32")).Agree(number.Value, real),
        CorpusComplex number => ActualScalars.Complex(Unwrap(actual)) is { } complex
            && tolerances.For(DType(actual, "complex64")).Agree(number.Value, complex),
        CorpusString text => ActualScalars.Text(Unwrap(actual)) == text.Value,
        CorpusDType dtype => KerasNames.Match(dtype.Name, Unwrap(actual)?.ToString() ?? ""),
        CorpusName named => Unwrap(actual) as string == named.Name,
        _ => false,
    };

    private static string DType(object? actual, string scalar) => actual is IActualArray array ? array.DType : scalar;

    private static object? Unwrap(object? actual) => actual switch
    {
        CorpusBool flag => flag.Value,
        CorpusInt number => number.Value,
        CorpusFloat number => number.Value,
        CorpusComplex number => number.Value,
        CorpusString text => text.Value,
        _ => actual,
    };
}
