using System.Runtime.CompilerServices;

namespace Hornet;

/// <content>NumPy's indexing.</content>
public abstract partial class Tensor
{
    /// <summary>A part of the tensor, as in NumPy: <c>x[0]</c>, <c>x[.., ^1]</c>, <c>x[1..3]</c>.</summary>
    /// <param name="indices">
    /// An index for each axis, from the first on: an int, an <see cref="Index"/>, a <see cref="Range"/>, a tensor or an
    /// array of places or of bools; <see cref="TensorIndex.Ellipsis"/>, <see cref="TensorIndex.NewAxis"/>,
    /// <see cref="TensorIndex.Slice"/>.
    /// </param>
    /// <exception cref="ShapeException">There is no such place, or no such axis.</exception>
    [IndexerName("Part")] // for other languages: Item is the only element of a tensor of one
    public Tensor this[params ReadOnlySpan<TensorIndex> indices] => Ops.GetItem(this, indices.ToArray());
}
