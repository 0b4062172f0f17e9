using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>A shape to be brought about, in which an axis may be left open: <c>-1</c> or null.</summary>
/// <example><code>
/// var flat = Ops.Reshape(x, [-1]);
/// var same = Ops.Reshape(flat, x.Shape);
/// </code></example>
[CollectionBuilder(typeof(TargetShape), nameof(Create))]
[SuppressMessage("Usage", "CA2225", Justification = "Create has the word.")]
public sealed class TargetShape : IReadOnlyList<int?>, IEquatable<TargetShape>, IConfigValue<TargetShape>
{
    private readonly int?[] _axes;

    private TargetShape(int?[] axes)
    {
        _axes = axes;
        Sizes = Array.ConvertAll(axes, axis => (long)(axis ?? -1));
    }

    /// <summary>The number of axes.</summary>
    public int Count => _axes.Length;

    /// <summary>The axes as libtorch takes them: −1 where left open.</summary>
    internal long[] Sizes { get; }

    /// <summary>The size of an axis, null where it is left open.</summary>
    public int? this[int index] => _axes[index];

    /// <summary>Makes a target of its axes: what a collection expression calls.</summary>
    /// <exception cref="ArgumentException">An axis is below −1.</exception>
    public static TargetShape Create(ReadOnlySpan<int?> axes)
    {
        var known = axes.ToArray();
        foreach (ref var axis in known.AsSpan())
        {
            axis = axis switch
            {
                -1 => null,
                < -1 => throw new ArgumentException(
                    $"Expected axes of 0 or more, or -1 for one that follows from the others. Received: {axis}."),
                _ => axis,
            };
        }

        return new TargetShape(known);
    }

    /// <summary>The axes as a list, −1 where left open.</summary>
    public JsonNode? ToConfig() => new JsonArray([.. _axes.Select(axis => (JsonNode)(axis ?? -1))]);

    /// <summary>Reads what <see cref="ToConfig"/> or Keras wrote.</summary>
    public static TargetShape FromConfig(ConfigItem item) => Create(item.ReadList(axis => axis.Read<int?>()));

    /// <summary>A target of one axis.</summary>
    public static implicit operator TargetShape(int size) => Create([size]);

    /// <summary>A shape; an axis of unknown size is left open.</summary>
    public static implicit operator TargetShape(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new([.. shape]);
    }

    /// <inheritdoc/>
    public bool Equals(TargetShape? other) => other is not null && _axes.AsSpan().SequenceEqual(other._axes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TargetShape);

    /// <inheritdoc/>
    public override int GetHashCode() => _axes.Aggregate(17, (hash, axis) => HashCode.Combine(hash, axis));

    /// <inheritdoc/>
    public IEnumerator<int?> GetEnumerator() => _axes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's tuple, with −1 for the open axis.</summary>
    public override string ToString()
    {
        var axes = string.Join(", ", Sizes);
        return Count == 1 ? $"({axes},)" : $"({axes})";
    }
}
