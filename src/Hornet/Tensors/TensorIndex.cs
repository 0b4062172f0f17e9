using System.Diagnostics.CodeAnalysis;

namespace Hornet;

/// <summary>One of the things that stand in the brackets of <c>tensor[...]</c>, as in NumPy.</summary>
/// <remarks>
/// Converts from an <see cref="int"/>, an <see cref="Index"/> and a <see cref="Range"/>, and from a tensor or an array
/// of integers (the places to take) or of bools (a mask, which must have data).
/// </remarks>
/// <example><code>
/// var last = x[^1];
/// var columns = x[.., 1..];
/// var backwards = x[TensorIndex.Ellipsis, TensorIndex.Slice(step: -1)];
/// var rows = x[new[] { 1, 0, 1 }];
/// </code></example>
[SuppressMessage("Usage", "CA2225", Justification = "The named members, Tensor.From and literals have the words.")]
[SuppressMessage("Performance", "CA1815", Justification = "Nobody compares what stands in brackets.")]
public readonly struct TensorIndex
{
    private TensorIndex(IndexEntry entry, Tensor? tensor = null) => (Entry, Tensor) = (entry, tensor);

    /// <summary>All axes that the other indices leave.</summary>
    public static TensorIndex Ellipsis => new(new IndexEntry(IndexKind.Ellipsis));

    /// <summary>A new axis of size 1.</summary>
    public static TensorIndex NewAxis => new(new IndexEntry(IndexKind.NewAxis));

    internal IndexEntry Entry { get; }

    internal Tensor? Tensor { get; }

    /// <summary>Python's slice: from a start up to but without a stop, each negative from the end.</summary>
    /// <param name="start">Where to begin; at the first element where null (with a negative step at the last).</param>
    /// <param name="stop">Where to end; after the last element where null.</param>
    /// <param name="step">The distance; negative to go backwards.</param>
    /// <exception cref="ArgumentException">The step is 0.</exception>
    public static TensorIndex Slice(int? start = null, int? stop = null, int step = 1) => step != 0
        ? new(new IndexEntry(IndexKind.Slice, start, stop, step))
        : throw new ArgumentException("Expected a step other than 0. Received: 0.", nameof(step));

    /// <summary>One place of an axis, which the result has no more; negative from the end.</summary>
    public static implicit operator TensorIndex(int index) => new(new IndexEntry(IndexKind.Integer, index));

    /// <summary>One place of an axis, which the result has no more: <c>^1</c> is the last.</summary>
    public static implicit operator TensorIndex(Index index) => index is { IsFromEnd: true, Value: 0 }
        ? throw new ArgumentException("Expected ^1 or more: ^0 is the place after the last one. Received: ^0.")
        : index.IsFromEnd ? -index.Value : index.Value;

    /// <summary>Some places of an axis; what lies outside is left out.</summary>
    public static implicit operator TensorIndex(Range range) => Slice(
        range.Start is { IsFromEnd: true, Value: 0 } ? int.MaxValue : Signed(range.Start),
        range.End is { IsFromEnd: true, Value: 0 } ? null : Signed(range.End));

    /// <summary>The places that a tensor of integers names, or where a tensor of bools is true.</summary>
    public static implicit operator TensorIndex(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new(new IndexEntry(IndexKind.Tensor), tensor);
    }

    /// <summary>The places that an array of integers names, or where an array of bools is true.</summary>
    public static implicit operator TensorIndex(Array array) => Hornet.Tensor.From(array);

    private static int Signed(Index index) => index.IsFromEnd ? -index.Value : index.Value;
}
