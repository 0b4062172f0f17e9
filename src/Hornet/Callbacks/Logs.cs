using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hornet.Callbacks;

/// <summary>Losses and metrics by name, in the order in which they are shown. Callbacks may add to them.</summary>
/// <example><code>
/// var logs = new Logs { ["loss"] = 0.25 };
/// Console.WriteLine(logs); // loss: 0.25
/// </code></example>
public sealed class Logs : IReadOnlyDictionary<string, double>
{
    private readonly OrderedDictionary<string, double> _values = [];

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<double> Values => _values.Values;

    /// <summary>A value by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public double this[string key]
    {
        get => _values.TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(
            $"There is no '{key}' in the logs. Expected one of: {string.Join(", ", Keys)}.");
        set => _values[key] = value;
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names and values in one line.</summary>
    public override string ToString() => string.Join(
        " - ", _values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}: {pair.Value:G6}")));

    /// <summary>Adds other logs, each name after a prefix.</summary>
    internal void AddAll(Logs logs, string prefix)
    {
        foreach (var (name, value) in logs)
        {
            _values[prefix + name] = value;
        }
    }
}
