using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>The sizes of a tensor's axes, null where unknown. Written as a collection: <c>[null, 3]</c>.</summary>
/// <example><code>
/// Shape shape = [null, 28, 28];
/// Console.WriteLine(shape); // (None, 28, 28)
/// </code></example>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public sealed class Shape : IReadOnlyList<int?>, IEquatable<Shape>, IConfigValue<Shape>
{
    private readonly int?[] _axes;
    private long[]? _sizes;

    private Shape(int?[] axes) => _axes = axes;

    /// <summary>The shape of a scalar: no axes.</summary>
    public static Shape Scalar { get; } = new([]);

    /// <summary>The number of axes.</summary>
    public int Rank => _axes.Length;

    /// <summary>The number of axes; lets ranges work: <c>shape[..^1]</c>.</summary>
    public int Length => Rank;

    int IReadOnlyCollection<int?>.Count => Rank;

    /// <summary>Whether every axis is known.</summary>
    public bool IsKnown => Array.TrueForAll(_axes, axis => axis is not null);

    /// <summary>The number of elements of a tensor of this shape, whose axes must all be known.</summary>
    public long Size
    {
        get
        {
            var size = 1L;
            foreach (var axis in Sizes)
            {
                size = checked(size * axis);
            }

            return size;
        }
    }

    /// <summary>The axes, all of which must be known, as libtorch takes them.</summary>
    internal long[] Sizes => _sizes ??= Array.ConvertAll(_axes, axis => (long)(axis
        ?? throw new InvalidOperationException($"Expected a shape whose axes are all known. Received: {this}.")));

    /// <summary>The size of an axis, null where unknown.</summary>
    public int? this[int axis] => _axes[axis];

    /// <summary>Makes a shape of its axes: what a collection expression calls.</summary>
    /// <exception cref="ArgumentException">An axis is negative.</exception>
    public static Shape Create(ReadOnlySpan<int?> axes)
    {
        foreach (var axis in axes)
        {
            if (axis < 0)
            {
                throw new ArgumentException(
                    $"Expected axes of 0 or more, or null for an axis of unknown size. Received: " +
                    $"{axis}.", nameof(axes));
            }
        }

        return axes.IsEmpty ? Scalar : new Shape(axes.ToArray());
    }

    /// <summary>Whether the axes are equal; an unknown axis equals an unknown axis only.</summary>
    public static bool operator ==(Shape? left, Shape? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the axes differ.</summary>
    public static bool operator !=(Shape? left, Shape? right) => !(left == right);

    /// <summary>Some of the axes; what <c>shape[1..]</c> calls.</summary>
    public Shape Slice(int start, int length) => new(_axes[start..(start + length)]);

    /// <summary>This shape with one axis replaced.</summary>
    public Shape With(int axis, int? size)
    {
        var axes = (int?[])_axes.Clone();
        axes[axis] = size;
        return new Shape(axes);
    }

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && _axes.AsSpan().SequenceEqual(other._axes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var axis in _axes)
        {
            hash = HashCode.Combine(hash, axis ?? -1);
        }

        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<int?> GetEnumerator() => _axes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's tuple: <c>(None, 3)</c>, <c>(3,)</c>, <c>()</c>.</summary>
    public override string ToString()
    {
        var axes = string.Join(", ", _axes.Select(axis => axis is null ? "None" : $"{axis}"));
        return Rank == 1 ? $"({axes},)" : $"({axes})";
    }

    /// <summary>The axes as a list, null where unknown.</summary>
    public JsonNode? ToConfig() => new JsonArray([.. _axes.Select(axis => axis is { } size ? (JsonNode)size : null)]);

    /// <summary>Reads what <see cref="ToConfig"/> or Keras wrote.</summary>
    public static Shape FromConfig(ConfigItem item) => Create(item.ReadList(axis => axis.Read<int?>()));

    /// <summary>The axes as they lie in memory.</summary>
    internal ReadOnlySpan<int?> Axes => _axes;

    internal static Shape FromSizes(ReadOnlySpan<long> sizes)
    {
        if (sizes.IsEmpty)
        {
            return Scalar;
        }

        var axes = new int?[sizes.Length];
        for (var i = 0; i < axes.Length; i++)
        {
            axes[i] = checked((int)sizes[i]);
        }

        return new Shape(axes);
    }

    /// <summary>The place of an axis that may be counted from the end: −1 is the last.</summary>
    internal int Resolve(int axis, string operation) => axis >= -Rank && axis < Rank
        ? axis < 0 ? axis + Rank : axis
        : throw new ShapeException(operation, $"an axis of a tensor of shape {this} (rank {Rank})", $"axis={axis}");

    /// <summary>This shape without one axis.</summary>
    internal Shape Without(int axis) => [.. _axes[..axis], .. _axes[(axis + 1)..]];

    /// <summary>This shape with an axis more, before the one that is there now.</summary>
    internal Shape Insert(int axis, int? size) => [.. _axes[..axis], size, .. _axes[axis..]];

    /// <summary>Whether two axes could be equal: an unknown one agrees with anything.</summary>
    internal static bool Agree(int? a, int? b) => a is null || b is null || a == b;

    /// <summary>Whether two shapes could be equal.</summary>
    internal static bool Agree(Shape? a, Shape? b)
    {
        if (a is null || b is null || a.Rank != b.Rank)
        {
            return false;
        }

        for (var i = 0; i < a.Rank; i++)
        {
            if (!Agree(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The shape that two broadcast to, or null where they do not.</summary>
    internal static Shape? Broadcast(Shape a, Shape b)
    {
        if (a == b)
        {
            return a;
        }

        var axes = new int?[Math.Max(a.Rank, b.Rank)];
        for (var i = 1; i <= axes.Length; i++)
        {
            var x = i <= a.Rank ? a[a.Rank - i] : 1;
            var y = i <= b.Rank ? b[b.Rank - i] : 1;
            if (x != 1 && y != 1 && !Agree(x, y))
            {
                return null;
            }

            // An unknown axis beside a known one can only be equal to it, or 1 — unless the known one is 1.
            axes[^i] = x == 1 ? y : y == 1 ? x : x ?? y;
        }

        return new Shape(axes);
    }
}
