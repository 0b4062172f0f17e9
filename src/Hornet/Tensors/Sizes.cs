using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>
/// One size for all spatial axes or one for each: what <c>kernel_size</c>, <c>pool_size</c>, <c>strides</c> and
/// <c>dilation_rate</c> take.
/// </summary>
/// <example><code>
/// Sizes same = 2;
/// Sizes each = (2, 3);
/// </code></example>
[CollectionBuilder(typeof(Sizes), nameof(Create))]
[SuppressMessage("Usage", "CA2225", Justification = "Sizes.Create has the word.")]
public sealed class Sizes : IReadOnlyList<int>, IEquatable<Sizes>, IConfigValue<Sizes>
{
    private readonly int[] _sizes;
    private readonly bool _isOne;

    private Sizes(int[] sizes, bool isOne = false) => (_sizes, _isOne) = (sizes, isOne);

    /// <summary>How many sizes were given.</summary>
    public int Count => _sizes.Length;

    /// <summary>One of the sizes.</summary>
    public int this[int index] => _sizes[index];

    /// <summary>Makes sizes of a list, one for each spatial axis: what a collection expression calls.</summary>
    public static Sizes Create(ReadOnlySpan<int> sizes) => new(sizes.ToArray());

    /// <summary>One size for all spatial axes.</summary>
    public static implicit operator Sizes(int size) => new([size], isOne: true);

    /// <summary>One size for each spatial axis.</summary>
    public static implicit operator Sizes(int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return new([.. sizes]);
    }

    /// <summary>The sizes of two spatial axes.</summary>
    public static implicit operator Sizes((int First, int Second) sizes) => new([sizes.First, sizes.Second]);

    /// <summary>The sizes of three spatial axes.</summary>
    public static implicit operator Sizes((int First, int Second, int Third) sizes) =>
        new([sizes.First, sizes.Second, sizes.Third]);

    /// <summary>The number, or the list of numbers.</summary>
    public JsonNode? ToConfig() => _isOne ? _sizes[0] : new JsonArray([.. _sizes.Select(size => (JsonNode)size)]);

    /// <summary>Reads a number, or a list of numbers.</summary>
    public static Sizes FromConfig(ConfigItem item) =>
        item.Node is JsonArray ? item.ReadList(size => size.Read<int>()) : item.Read<int>();

    /// <inheritdoc/>
    public bool Equals(Sizes? other) =>
        other is not null && _isOne == other._isOne && _sizes.AsSpan().SequenceEqual(other._sizes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sizes);

    /// <inheritdoc/>
    public override int GetHashCode() => _sizes.Aggregate(_isOne ? 1 : 17, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => _sizes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As Python prints it: <c>2</c>, <c>(2, 3)</c>.</summary>
    public override string ToString() => _isOne ? $"{_sizes[0]}"
        : _sizes.Length == 1 ? $"({_sizes[0]},)"
        : $"({string.Join(", ", _sizes)})";

    /// <summary>Whether one size stands for all axes.</summary>
    internal bool IsOne => _isOne;

    /// <summary>A size of at least <paramref name="least"/> for each of so many axes.</summary>
    internal int[] Spread(int count, string name, string operation, int least = 1)
    {
        var sizes = _sizes.Length == 1 ? [.. Enumerable.Repeat(_sizes[0], count)] : _sizes;
        return sizes.Length == count && Array.TrueForAll(sizes, size => size >= least) ? sizes
            : throw new ShapeException(
                operation, $"{name} to be one size or {count}, each at least {least}", $"{name}={this}");
    }
}
