namespace Hornet.Testing;

/// <summary>A dictionary with text as keys, in the order in which Python holds it.</summary>
public sealed record CorpusMap(IReadOnlyList<KeyValuePair<string, CorpusValue>> Entries) : CorpusValue
{
    /// <summary>A dictionary without entries.</summary>
    public static CorpusMap Empty { get; } = new([]);

    /// <summary>The number of entries.</summary>
    public int Count => Entries.Count;

    /// <summary>The keys in their order.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    /// <summary>The value of a key that must be there.</summary>
    public CorpusValue this[string key] => Find(key)
        ?? throw new KeyNotFoundException($"Expected one of the keys {string.Join(", ", Keys)}. Received: '{key}'.");

    /// <summary>The value of a key, or null where the dictionary has no such key.</summary>
    public CorpusValue? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key).Value;

    /// <summary>Equal where the same keys have equal values in the same order.</summary>
    public bool Equals(CorpusMap? other) => other is not null && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.Count;
}

/// <summary>The kind of dictionary that <see cref="CorpusPairs"/> holds.</summary>
public enum CorpusPairsKind
{
    /// <summary>A dictionary some of whose keys are not text: <c>{"pairs": ...}</c>.</summary>
    Pairs,

    /// <summary>A dictionary in the order of insertion: <c>{"dict": ...}</c>.</summary>
    Dict,

    /// <summary>Python's <c>OrderedDict</c>: <c>{"od": ...}</c>.</summary>
    OrderedDict,
}

/// <summary>A dictionary with any values as keys.</summary>
public sealed record CorpusPairs(
    CorpusPairsKind Kind, IReadOnlyList<KeyValuePair<CorpusValue, CorpusValue>> Entries) : CorpusValue
{
    /// <summary>The value of a text key, or null where the dictionary has no such key.</summary>
    public CorpusValue? Find(string key) =>
        Entries.FirstOrDefault(entry => entry.Key is CorpusString text && text.Value == key).Value;

    /// <summary>Equal where the kind and all pairs in their order are.</summary>
    public bool Equals(CorpusPairs? other) =>
        other is not null && Kind == other.Kind && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Entries.Count);
}
