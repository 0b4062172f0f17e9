using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>
/// One value, a list, or a dictionary of such: what a model with several inputs or outputs takes and gives.
/// </summary>
/// <remarks>
/// Keras's <c>tree</c> structures. A dictionary is flattened in the order of its sorted keys, but keeps the order in
/// which it was written. Converts from a value, an array and a dictionary, and is written <c>[a, b]</c>.
/// </remarks>
/// <example><code>
/// Nested&lt;Tensor&gt; pair = [x, y];
/// var sum = pair[0].Value + pair[1].Value;
/// </code></example>
[CollectionBuilder(typeof(Nested), nameof(Nested.List))]
[SuppressMessage("Usage", "CA2225", Justification = "Nested.Leaf, Nested.List and Nested.Dictionary have the words.")]
public sealed class Nested<T> : IEnumerable<Nested<T>>
{
    private readonly T? _value;
    private readonly Nested<T>[]? _items;
    private readonly string[]? _keys;

    internal Nested(T? value) => _value = value;

    // The null of [null, x] is a place that is left out.
    internal Nested(Nested<T>?[] items, string[]? keys = null) =>
        (_items, _keys) = (Array.ConvertAll(items, item => item ?? new Nested<T>(default(T))), keys);

    /// <summary>Whether this is one value.</summary>
    public bool IsLeaf => _items is null;

    /// <summary>Whether this is a dictionary.</summary>
    public bool IsDictionary => _keys is not null;

    /// <summary>Whether this is a list.</summary>
    public bool IsList => _items is not null && _keys is null;

    /// <summary>The keys of a dictionary in the order in which they were written; of others none.</summary>
    public IReadOnlyList<string> Keys => _keys ?? [];

    /// <summary>How many direct parts a list or a dictionary has; 1 for a value.</summary>
    public int Count => _items?.Length ?? 1;

    /// <summary>The value of a leaf.</summary>
    /// <exception cref="InvalidOperationException">This is a list or a dictionary.</exception>
    public T Value => _items is null ? _value! : throw new InvalidOperationException(
        $"Expected one value. Received: a {(IsDictionary ? "dictionary" : "list")} of {_items.Length}. " +
        "Take one of its parts: nested[0], or nested[\"key\"].");

    /// <summary>A part of a list.</summary>
    public Nested<T> this[int index] => _items is not null ? _items[index] : throw new InvalidOperationException(
        "Expected a list. Received: one value.");

    /// <summary>A part of a dictionary.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public Nested<T> this[string key] => TryGet(key, out var part) ? part : throw new KeyNotFoundException(
        $"Expected one of the keys: {string.Join(", ", Keys)}. Received: '{key}'.");

    /// <summary>One value; null becomes a structure of one place that is left out.</summary>
    public static implicit operator Nested<T>(T? value) => new(value);

    /// <summary>A list of values.</summary>
    public static implicit operator Nested<T>(T[] values) =>
        new(Array.ConvertAll(values, value => new Nested<T>(value)));

    /// <summary>In a structure of tensors, one tensor with a copy of the array's numbers.</summary>
    /// <exception cref="ArgumentException">The structure holds something else, or the array no numbers.</exception>
    public static implicit operator Nested<T>(Array array) =>
        (object)new Nested<Tensor>(Tensor.From(array)) as Nested<T> ?? throw new ArgumentException(
            $"Expected values of type {typeof(T).Name}. Received: {array.GetType().Name}.", nameof(array));

    /// <summary>A list of values.</summary>
    public static implicit operator Nested<T>(List<T> values) => new([.. values.Select(value => new Nested<T>(value))]);

    /// <summary>A dictionary of values.</summary>
    public static implicit operator Nested<T>(Dictionary<string, T> values) =>
        new([.. values.Values.Select(value => new Nested<T>(value))], [.. values.Keys]);

    /// <summary>A dictionary of structures.</summary>
    public static implicit operator Nested<T>(Dictionary<string, Nested<T>> values) =>
        new([.. values.Values], [.. values.Keys]);

    /// <summary>The part of a dictionary, where it is there.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out Nested<T>? part)
    {
        var index = _keys is null ? -1 : Array.IndexOf(_keys, key);
        part = index >= 0 ? _items![index] : null;
        return part is not null;
    }

    /// <summary>All values, dictionaries in the order of their sorted keys.</summary>
    public List<T> Flatten()
    {
        var values = new List<T>();
        Visit(values.Add);
        return values;
    }

    /// <summary>The same structure with another value for each.</summary>
    public Nested<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        if (_items is null)
        {
            return new Nested<TResult>(selector(_value!));
        }

        var items = new Nested<TResult>[_items.Length];
        foreach (var i in Order())
        {
            items[i] = _items[i].Select(selector);
        }

        return new Nested<TResult>(items, _keys);
    }

    /// <summary>The same structure, filled with other values in the order of <see cref="Flatten"/>.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values than places.</exception>
    public Nested<TResult> Pack<TResult>(IReadOnlyList<TResult> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var places = Flatten().Count;
        if (places != values.Count)
        {
            throw new ArgumentException(
                $"Expected {places} values for the structure {this}. Received: {values.Count}.", nameof(values));
        }

        var next = 0;
        return Select(_ => values[next++]);
    }

    /// <summary>Whether another structure has the same lists, and dictionaries with the same keys.</summary>
    public bool HasStructureOf<TOther>(Nested<TOther> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsLeaf || other.IsLeaf)
        {
            return IsLeaf && other.IsLeaf;
        }

        if (Count != other.Count || IsDictionary != other.IsDictionary)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            var part = !IsDictionary ? other[i] : other.TryGet(Keys[i], out var named) ? named : null;
            if (part is null || !_items![i].HasStructureOf(part))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The direct parts, in the order in which they were written; of a value itself.</summary>
    public IEnumerator<Nested<T>> GetEnumerator() => (_items ?? [this]).AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The structure as Python prints it.</summary>
    public override string ToString() => _items is null ? $"{(object?)_value ?? "None"}"
        : _keys is null ? $"[{string.Join(", ", (object[])_items)}]"
        : $"{{{string.Join(", ", _keys.Select((key, i) => $"'{key}': {_items[i]}"))}}}";

    private void Visit(Action<T> visitor)
    {
        if (_items is null)
        {
            visitor(_value!);
            return;
        }

        foreach (var i in Order())
        {
            _items[i].Visit(visitor);
        }
    }

    // Sorted by key as Python sorts text, by code point.
    private IEnumerable<int> Order()
    {
        var order = Enumerable.Range(0, _items!.Length);
        return _keys is null ? order : order.OrderBy(i => _keys[i], StringComparer.Ordinal);
    }
}

/// <summary>Makes a <see cref="Nested{T}"/>.</summary>
public static class Nested
{
    /// <summary>One value; null where it is left out.</summary>
    public static Nested<T> Leaf<T>(T? value) => new(value);

    /// <summary>A list: what a collection expression calls.</summary>
    public static Nested<T> List<T>(ReadOnlySpan<Nested<T>> items) => new(items.ToArray());

    /// <summary>A dictionary, in the order of the pairs.</summary>
    public static Nested<T> Dictionary<T>(IEnumerable<KeyValuePair<string, Nested<T>>> pairs)
    {
        var parts = pairs.ToArray();
        return new(Array.ConvertAll(parts, pair => pair.Value), Array.ConvertAll(parts, pair => pair.Key));
    }
}
