using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>One axis or several, negative from the end: what Keras's <c>axis</c> arguments take.</summary>
/// <example><code>
/// var rows = Ops.Sum(x, axis: 1);
/// var all = Ops.Sum(x, axis: [0, -1]);
/// </code></example>
[CollectionBuilder(typeof(Axes), nameof(Create))]
public sealed class Axes : IReadOnlyList<int>, IEquatable<Axes>, IConfigValue<Axes>
{
    private readonly int[] _axes;
    private readonly bool _isNumber; // written as 1, not as [1]
    private long[]? _places;

    private Axes(int[] axes, bool isNumber = false) => (_axes, _isNumber) = (axes, isNumber);

    /// <summary>How many axes there are.</summary>
    public int Count => _axes.Length;

    /// <summary>The axes as they were given, as libtorch takes them.</summary>
    internal long[] Places => _places ??= Array.ConvertAll(_axes, axis => (long)axis);

    /// <summary>One of the axes, as it was given.</summary>
    public int this[int index] => _axes[index];

    /// <summary>Makes axes of a list: what a collection expression calls.</summary>
    public static Axes Create(ReadOnlySpan<int> axes) => new(axes.ToArray());

    /// <summary>One axis.</summary>
    public static implicit operator Axes(int axis) => new([axis], isNumber: true);

    /// <summary>Several axes.</summary>
    public static implicit operator Axes(int[] axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        return new([.. axes]);
    }

    /// <inheritdoc/>
    public bool Equals(Axes? other) => other is not null && _axes.AsSpan().SequenceEqual(other._axes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Axes);

    /// <inheritdoc/>
    public override int GetHashCode() => _axes.Aggregate(17, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => _axes.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => _axes.Length == 1 ? $"{_axes[0]}" : $"({string.Join(", ", _axes)})";

    /// <summary>The axis as a number where it was given as one, else a list.</summary>
    public JsonNode? ToConfig() =>
        _isNumber ? _axes[0] : new JsonArray([.. _axes.Select(axis => (JsonNode)axis)]);

    /// <summary>Reads what <see cref="ToConfig"/> or Keras wrote.</summary>
    public static Axes FromConfig(ConfigItem item) => item.Node is JsonArray
        ? new Axes(item.ReadList(static axis => axis.Read<int>()))
        : item.Read<int>();

    /// <summary>The places of the axes in a shape, sorted, each once.</summary>
    internal int[] Resolve(Shape shape, string operation)
    {
        var places = Array.ConvertAll(_axes, axis => shape.Resolve(axis, operation));
        Array.Sort(places);
        for (var i = 1; i < places.Length; i++)
        {
            if (places[i] == places[i - 1])
            {
                throw new ShapeException(operation, "each axis once", $"axis={this} of a tensor of shape {shape}");
            }
        }

        return places;
    }
}
