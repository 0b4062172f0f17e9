using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>How many places before and after each spatial axis: what <c>padding</c> and <c>cropping</c> take.</summary>
/// <example><code>
/// Margins same = 2;
/// Margins each = ((1, 0), (0, 2));
/// </code></example>
[SuppressMessage("Usage", "CA2225", Justification = "The constructor's parameter has the words.")]
public sealed class Margins : IEquatable<Margins>, IConfigValue<Margins>
{
    private readonly int[][] _entries; // one number or two for each axis; of one axis also before, after

    private Margins(params int[][] entries) => _entries = entries;

    /// <summary>As many places everywhere.</summary>
    public static implicit operator Margins(int size) => new([size]);

    /// <summary>Of one axis, before and after it; of two, around each.</summary>
    public static implicit operator Margins((int First, int Second) sizes) => new([sizes.First], [sizes.Second]);

    /// <summary>Around each of three axes.</summary>
    public static implicit operator Margins((int First, int Second, int Third) sizes) =>
        new([sizes.First], [sizes.Second], [sizes.Third]);

    /// <summary>Before and after each of two axes.</summary>
    public static implicit operator Margins(((int Before, int After) First, (int Before, int After) Second) sizes) =>
        Of([sizes.First, sizes.Second]);

    /// <summary>Before and after each of three axes.</summary>
    public static implicit operator Margins(
        ((int Before, int After) First, (int Before, int After) Second, (int Before, int After) Third) sizes) =>
        Of([sizes.First, sizes.Second, sizes.Third]);

    /// <summary>The number, the list of numbers, or the list of pairs.</summary>
    public JsonNode? ToConfig() => new JsonArray([.. _entries.Select(entry => entry.Length == 1
        ? (JsonNode)entry[0] : new JsonArray([.. entry.Select(size => (JsonNode)size)]))]);

    /// <summary>Reads what <see cref="ToConfig"/> or Keras wrote.</summary>
    public static Margins FromConfig(ConfigItem item) => item.Node is JsonArray
        ? new Margins(item.ReadList(entry =>
            entry.Node is JsonArray ? entry.ReadList(size => size.Read<int>()) : [entry.Read<int>()]))
        : item.Read<int>();

    /// <inheritdoc/>
    public bool Equals(Margins? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Margins);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>As Python prints it: <c>(1, 2)</c>, <c>((1, 0), (0, 2))</c>.</summary>
    public override string ToString() => _entries.Length == 1 && _entries[0].Length == 1 ? $"{_entries[0][0]}"
        : $"({string.Join(", ", _entries.Select(entry => entry.Length == 1
            ? $"{entry[0]}" : $"({string.Join(", ", entry)})"))})";

    /// <summary>The places before and after each axis, in the form that files have.</summary>
    internal static Margins Of((int Before, int After)[] pairs) => pairs is [var (before, after)]
        ? new([before], [after])
        : new([.. pairs.Select(pair => new[] { pair.Before, pair.After })]);

    /// <summary>The places before and after each of so many axes.</summary>
    internal (int Before, int After)[] Spread(int rank, string name, string operation)
    {
        var entries = _entries.Length == 1 && _entries[0].Length == 1
            ? [.. Enumerable.Repeat(_entries[0], rank)]
            : rank == 1 && _entries is [[var before], [var after]] ? [[before, after]] : _entries;
        var fits = entries.Length == rank && Array.TrueForAll(
            entries, entry => entry.Length is 1 or 2 && Array.TrueForAll(entry, size => size >= 0));
        return fits ? [.. entries.Select(entry => (entry[0], entry[^1]))] : throw new ShapeException(
            operation, $"{name} to be one number, or one or a pair for each of {rank} axes, at least 0",
            $"{name}={this}");
    }
}
