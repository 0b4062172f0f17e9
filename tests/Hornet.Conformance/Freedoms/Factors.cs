using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Compares factorizations by what their factors make together.</summary>
internal static class Factors
{
    /// <summary>Whether factors of the same dtypes and shapes agree.</summary>
    /// <param name="line">The case.</param>
    /// <param name="received">The factors that were computed.</param>
    /// <param name="vectors">Which factors are vectors (singular values, eigenvalues): they must be equal.</param>
    /// <param name="together">What the factors make, which signs and phases leave alone.</param>
    public static bool Agree(CorpusCase line, object? received, int[] vectors, Func<Matrix[], Matrix> together)
    {
        if (line.Value("out") is not CorpusSequence list || received is not object[] results
            || list.Items.OfType<CorpusArray>().ToArray() is not { Length: > 1 } expected
            || results.OfType<IActualArray>().ToArray() is not { } actual || actual.Length != expected.Length)
        {
            return false;
        }

        var tolerances = line.Tolerances;
        if (expected.Zip(actual).Any(pair => !HasSameForm(pair.First, pair.Second))
            || vectors.Any(i => CorpusCompare.Difference(expected[i], actual[i], tolerances) is not null))
        {
            return false;
        }

        return Products(expected, vectors, together).Zip(Products(actual, vectors, together)).All(pair =>
            pair.First.IsNear(pair.Second, tolerances.For(expected[0].DType).Absolute));
    }

    // With elements of no account: dtype and shape.
    private static bool HasSameForm(CorpusArray expected, IActualArray actual) =>
        CorpusCompare.Difference(expected, actual, Tolerances.Same(Tolerance.Of(double.MaxValue))) is null;

    private static IEnumerable<Matrix> Products(
        IReadOnlyList<IActualArray> factors, int[] vectors, Func<Matrix[], Matrix> together)
    {
        var batches = factors.Select((factor, i) => Matrix.Batch(factor, vectors.Contains(i))).ToArray();
        return Enumerable.Range(0, batches[0].Length)
            .Select(item => together(Array.ConvertAll(batches, batch => batch[item])));
    }
}
