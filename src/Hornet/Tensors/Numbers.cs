using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>
/// One number or several: what arguments take that hold for all, or for each class or threshold its own.
/// </summary>
/// <example><code>
/// Numbers all = 0.25;
/// Numbers each = [0.1, 0.4, 0.7];
/// </code></example>
[CollectionBuilder(typeof(Numbers), nameof(Create))]
public sealed class Numbers : IReadOnlyList<double>, IEquatable<Numbers>, IConfigValue<Numbers>
{
    private readonly double[] _values;

    private Numbers(double[] values, bool isSingle = false) => (_values, IsSingle) = (values, isSingle);

    /// <summary>Whether this is one number, not a list.</summary>
    public bool IsSingle { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count => _values.Length;

    /// <summary>One of the numbers.</summary>
    public double this[int index] => _values[index];

    /// <summary>Makes a list: what a collection expression calls.</summary>
    public static Numbers Create(ReadOnlySpan<double> values) => new(values.ToArray());

    /// <summary>One number.</summary>
    public static implicit operator Numbers(double value) => new([value], isSingle: true);

    /// <summary>Several numbers.</summary>
    public static implicit operator Numbers(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new([.. values]);
    }

    /// <summary>One number as it is, several as a list.</summary>
    public JsonNode? ToConfig() => IsSingle ? ConfigValue.Write(_values[0]) : ConfigValue.Write(_values);

    /// <summary>Reads what <see cref="ToConfig"/> or Keras wrote.</summary>
    public static Numbers FromConfig(ConfigItem item) => item.Node is JsonArray
        ? new Numbers(item.ReadList(static value => value.Read<double>()))
        : item.Read<double>();

    /// <inheritdoc/>
    public bool Equals(Numbers? other) =>
        other is not null && IsSingle == other.IsSingle && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Numbers);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(17, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => ToConfig()!.ToJsonString();

    /// <summary>A scalar, or a vector of the numbers.</summary>
    internal Tensor ToTensor(DType dtype) =>
        IsSingle ? Ops.Cast(_values[0], dtype) : Ops.Cast(Tensor.From([Count], _values), dtype);
}
