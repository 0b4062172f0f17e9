namespace Hornet.Testing;

/// <summary>Compares arrays: the dtype, the shape, then every element.</summary>
internal static class ArrayCompare
{
    private const int Shown = 5;

    public static string? Difference(CorpusArray expected, object? actual, Tolerances tolerances, string where)
    {
        var array = ActualArrays.From(actual);
        if (array is null
            || !DTypePairs.Match(expected.DType, array.DType) || !expected.Shape.SequenceEqual(array.Shape))
        {
            return CorpusCompare.Mismatch(where, expected, array ?? actual);
        }

        var tolerance = tolerances.For(expected.DType);
        return ElementCodec.Of(expected.DType).Kind switch
        {
            ElementKind.Text => Elements(expected, where, expected.ToStrings(), array.ToStrings(), string.Equals),
            ElementKind.Complex =>
                Elements(expected, where, expected.ToComplexes(), array.ToComplexes(), tolerance.Agree, tolerance),
            ElementKind.Float =>
                Elements(expected, where, expected.ToDoubles(), array.ToDoubles(), tolerance.Agree, tolerance),
            _ => Elements(expected, where, expected.ToInt64s(), array.ToInt64s(), (x, y) => x == y),
        };
    }

    private static string? Elements<T>(
        CorpusArray array, string where, T[] expected, T[] actual, Func<T, T, bool> agree,
        Tolerance tolerance = default)
    {
        if (expected.Length != actual.Length)
        {
            return $"{where}: Expected {expected.Length} elements for {array}. Received: {actual.Length}.";
        }

        int[] wrong = [.. Enumerable.Range(0, expected.Length).Where(i => !agree(expected[i], actual[i]))];
        if (wrong.Length == 0)
        {
            return null;
        }

        var shown = wrong.Take(Shown).Select(i => $"at {Position(i, array.Shape)} expected "
            + $"{ActualText.Of(expected[i])}, received {ActualText.Of(actual[i])}");
        var more = wrong.Length > Shown ? "; ..." : ".";
        return $"{where}: {wrong.Length} of {expected.Length} elements of {array} differ ({tolerance}): "
            + $"{string.Join("; ", shown)}{more}";
    }

    private static string Position(int index, IReadOnlyList<int> shape)
    {
        var position = new int[shape.Count];
        for (var axis = shape.Count - 1; axis >= 0; axis--)
        {
            (index, position[axis]) = Math.DivRem(index, shape[axis]);
        }

        return $"[{string.Join(", ", position)}]";
    }
}
