namespace Hornet.Testing;

/// <summary>Compares what was computed with what a reference case expects.</summary>
/// <remarks>
/// What was computed is null, a number, bool or string of .NET, an <see cref="IActualArray"/>, an
/// <see cref="IActualSpec"/>, a sequence, tuple or dictionary of these, JSON for a serialized object, or a
/// <see cref="CorpusValue"/>.
/// </remarks>
public static class CorpusCompare
{
    /// <summary>Null where the two agree, else a text: where, what was expected, what was received.</summary>
    /// <param name="expected">What Keras gives.</param>
    /// <param name="actual">What was computed.</param>
    /// <param name="tolerances">How closely numbers must agree; without it as the corpus grants by default.</param>
    /// <param name="where">The name of the value, with which the text begins.</param>
    public static string? Difference(
        CorpusValue expected, object? actual, Tolerances? tolerances = null, string where = "out")
    {
        ArgumentNullException.ThrowIfNull(expected);
        tolerances ??= Tolerances.Default;
        return expected switch
        {
            CorpusArray array => ArrayCompare.Difference(array, actual, tolerances, where),
            CorpusKerasTensor spec => SpecDifference(spec, actual, where),
            CorpusSequence sequence => TreeCompare.Difference(sequence, actual, tolerances, where),
            CorpusMap map => TreeCompare.Difference(map, actual, tolerances, where),
            CorpusPairs pairs => TreeCompare.Difference(pairs, actual, tolerances, where),
            CorpusObject config => JsonCompare.Difference(config.Json, actual, where),
            _ => ScalarCompare.Agree(expected, actual, tolerances) ? null : Mismatch(where, expected, actual),
        };
    }

    /// <summary>Throws a <see cref="CorpusMismatchException"/> where a field is not what was computed.</summary>
    public static void Check(CorpusCase line, string field, object? actual)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (Difference(line.Value(field), actual, line.Tolerances, field) is { } difference)
        {
            throw new CorpusMismatchException($"{line.Where}: {difference}");
        }
    }

    internal static string Mismatch(string where, object expected, object? actual) =>
        $"{where}: Expected {expected}. Received: {ActualText.Of(actual)}.";

    private static string? SpecDifference(CorpusKerasTensor expected, object? actual, string where) =>
        actual is IActualSpec spec
        && DTypePairs.Match(expected.DType, spec.DType) && expected.Shape.SequenceEqual(spec.Shape)
            ? null
            : Mismatch(where, expected, actual);
}
