namespace Hornet.Testing;

/// <summary>Values in a row.</summary>
public abstract record CorpusSequence(IReadOnlyList<CorpusValue> Items) : CorpusValue
{
    /// <summary>An item.</summary>
    public CorpusValue this[int index] => Items[index];

    /// <summary>The number of items.</summary>
    public int Count => Items.Count;

    /// <summary>Equal where the kinds and all items are.</summary>
    public virtual bool Equals(CorpusSequence? other) =>
        other is not null && EqualityContract == other.EqualityContract && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Items.Count);
}

/// <summary>A list; most categories write tuples so too.</summary>
public sealed record CorpusList(IReadOnlyList<CorpusValue> Items) : CorpusSequence(Items);

/// <summary>A tuple, where the category keeps tuples and lists apart.</summary>
public sealed record CorpusTuple(IReadOnlyList<CorpusValue> Items) : CorpusSequence(Items);

/// <summary>A set: the order of its items says nothing.</summary>
public sealed record CorpusSet(IReadOnlyList<CorpusValue> Items) : CorpusSequence(Items);
