using System.Collections;
using System.Runtime.CompilerServices;

namespace Hornet.Testing;

/// <summary>Compares lists, sets and dictionaries, part by part.</summary>
internal static class TreeCompare
{
    public static string? Difference(CorpusSequence expected, object? actual, Tolerances tolerances, string where)
    {
        if (Items(actual) is not { } items)
        {
            return CorpusCompare.Mismatch(where, expected, actual);
        }

        if (items.Count != expected.Count)
        {
            return $"{where}: Expected {expected.Count} items. Received: {items.Count}, {ActualText.Of(actual)}.";
        }

        return expected is CorpusSet
            ? SetDifference(expected, items, tolerances, where)
            : expected.Items.Select((item, i) => CorpusCompare.Difference(item, items[i], tolerances, $"{where}[{i}]"))
                .FirstOrDefault(difference => difference is not null);
    }

    public static string? Difference(CorpusMap expected, object? actual, Tolerances tolerances, string where) =>
        Difference(
            expected, [.. expected.Entries.Select(entry => KeyValuePair.Create<CorpusValue, CorpusValue>(
                new CorpusString(entry.Key), entry.Value))], actual, tolerances, where);

    public static string? Difference(CorpusPairs expected, object? actual, Tolerances tolerances, string where) =>
        Difference(expected, expected.Entries, actual, tolerances, where);

    private static string? Difference(
        CorpusValue expected, IReadOnlyList<KeyValuePair<CorpusValue, CorpusValue>> pairs, object? actual,
        Tolerances tolerances, string where)
    {
        if (Entries(actual) is not { } entries)
        {
            return CorpusCompare.Mismatch(where, expected, actual);
        }

        if (entries.Count != pairs.Count)
        {
            return $"{where}: Expected the keys {Keys(pairs)}. Received: {Keys(entries)}.";
        }

        foreach (var (key, value) in pairs)
        {
            var found = entries.FindIndex(entry => ScalarCompare.Agree(key, entry.Key, Tolerances.Exact)
                || CorpusCompare.Difference(key, entry.Key, Tolerances.Exact) is null);
            if (found < 0)
            {
                return $"{where}: Expected the key {key}. Received: {Keys(entries)}.";
            }

            if (CorpusCompare.Difference(value, entries[found].Value, tolerances, $"{where}[{key}]") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? SetDifference(
        CorpusSequence expected, IReadOnlyList<object?> items, Tolerances tolerances, string where)
    {
        var missing = expected.Items.FirstOrDefault(item =>
            !items.Any(received => CorpusCompare.Difference(item, received, tolerances) is null));
        return missing is null ? null : CorpusCompare.Mismatch(where, $"a set with {missing}", items);
    }

    private static List<object?>? Items(object? actual) => actual switch
    {
        CorpusSequence sequence => [.. sequence.Items],
        string or IDictionary or IActualArray or CorpusValue => null,
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])],
        IEnumerable sequence => [.. sequence.Cast<object?>()],
        _ => null,
    };

    private static List<KeyValuePair<object?, object?>>? Entries(object? actual) => actual switch
    {
        CorpusMap map => [.. map.Entries.Select(entry => new KeyValuePair<object?, object?>(entry.Key, entry.Value))],
        CorpusPairs pairs =>
            [.. pairs.Entries.Select(entry => new KeyValuePair<object?, object?>(entry.Key, entry.Value))],
        IDictionary entries => Entries(entries.GetEnumerator()),
        IEnumerable<KeyValuePair<string, object?>> entries =>
            [.. entries.Select(entry => new KeyValuePair<object?, object?>(entry.Key, entry.Value))],
        _ => null,
    };

    // As a sequence a dictionary gives pairs of its own types; only its enumerator gives entries of any.
    private static List<KeyValuePair<object?, object?>> Entries(IDictionaryEnumerator entries)
    {
        var pairs = new List<KeyValuePair<object?, object?>>();
        while (entries.MoveNext())
        {
            pairs.Add(new(entries.Key, entries.Value));
        }

        return pairs;
    }

    private static string Keys<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> entries) =>
        CorpusText.Shorten($"{{{string.Join(", ", entries.Select(entry => ActualText.Of(entry.Key)))}}}");
}
