using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Hornet.Serialization;

/// <summary>Lists what an object owns: what the generated <c>Track</c> methods tell it.</summary>
public sealed class Tracker
{
    private readonly List<TrackedMember> _members = [];

    // The containers being read: one that holds itself would be read forever.
    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);

    /// <summary>The members that own something, base classes first, in the order of their declaration.</summary>
    public IReadOnlyList<TrackedMember> Members => _members;

    /// <summary>All that is owned, lists and dictionaries opened, in order; an object once for each place.</summary>
    public IEnumerable<ITrackable> Owned => Flatten(_members);

    /// <summary>Adds a member. What is not trackable, in lists and dictionaries too, is left out.</summary>
    /// <param name="name">The member's name in Keras's case.</param>
    /// <param name="value">Its value.</param>
    public void Add(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (ToMember(name, value) is { } member)
        {
            _members.Add(member);
        }
    }

    /// <summary>Adds a member that is a dictionary of any kind.</summary>
    /// <typeparam name="TKey">The type of its keys.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <param name="name">The member's name in Keras's case.</param>
    /// <param name="value">Its value.</param>
    public void Add<TKey, TValue>(string name, IEnumerable<KeyValuePair<TKey, TValue>>? value)
    {
        if (value is ITrackable or null)
        {
            Add(name, (object?)value);
            return;
        }

        ArgumentException.ThrowIfNullOrEmpty(name);
        _members.Add(Container(name, value, value.Select(pair => (Text(pair.Key), (object?)pair.Value))));
    }

    private static IEnumerable<ITrackable> Flatten(IEnumerable<TrackedMember> members) =>
        members.SelectMany(member => member.Value is { } value ? [value] : Flatten(member.Items));

    private static string Text(object? key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<(string Name, object? Value)> Numbered(IEnumerable<object?> items) =>
        items.Select((item, i) => (Text(i), item));

    private TrackedMember? ToMember(string name, object? value) => value switch
    {
        null or string => null,
        ITrackable owned => new TrackedMember(name, owned, []),
        IDictionary pairs => Container(name, value, Pairs(pairs)),
        IEnumerable items => Container(name, value, Numbered(items.Cast<object?>())),
        ITuple tuple => Container(name, value, Numbered(Enumerable.Range(0, tuple.Length).Select(i => tuple[i]))),
        _ => null,
    };

    private static IEnumerable<(string Name, object? Value)> Pairs(IDictionary pairs)
    {
        foreach (DictionaryEntry pair in pairs)
        {
            yield return (Text(pair.Key), pair.Value);
        }
    }

    // An empty container counts too: Keras numbers nested containers by their place among them.
    private TrackedMember Container(string name, object container, IEnumerable<(string Name, object? Value)> items)
    {
        if (!_open.Add(container))
        {
            return new TrackedMember(name, null, []);
        }

        var members = items.Select(item => ToMember(item.Name, item.Value)).OfType<TrackedMember>().ToArray();
        _open.Remove(container);
        return new TrackedMember(name, null, members);
    }
}
