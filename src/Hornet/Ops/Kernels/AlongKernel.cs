using System.Numerics;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>
/// Moves float32 between [outer, size, inner] and [outer, count, inner], where indices of the second shape name places
/// along the first one's middle axis.
/// </summary>
internal abstract class AlongKernel<TIndex>(int outer, int size, int count, int inner) : DenseKernel
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    private const int Outside = -1;

    /// <summary>Calls <see cref="Move"/> for each index, with where it stands and what it names.</summary>
    protected void MoveAll(Address indices, Address large, Address small)
    {
        var names = indices.Span<TIndex>(outer * count * inner);
        var from = large.Span<float>(outer * size * inner);
        var to = small.Span<float>(names.Length);
        for (var place = 0; place < names.Length; place++)
        {
            var name = int.CreateSaturating(names[place]);
            name = name < 0 ? name + size : name;
            var row = place / (count * inner);
            var named = name >= 0 && name < size ? (((row * size) + name) * inner) + (place % inner) : Outside;
            Move(ref to[place], named == Outside ? default : from[named..]);
        }
    }

    protected void Clear(Address large) => large.Span<float>(outer * size * inner).Clear();

    /// <summary>Moves between an element and the one that is named, the first of the span; empty if none is.</summary>
    protected abstract void Move(ref float element, Span<float> named);
}

/// <summary>Takes the elements that indices name; of (x, indices).</summary>
internal sealed class GatherAlongKernel<TIndex>(int outer, int size, int count, int inner, float gap)
    : AlongKernel<TIndex>(outer, size, count, inner)
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs) =>
        MoveAll(inputs[1], inputs[0], outputs[0]);

    protected override void Move(ref float element, Span<float> named) => element = named.IsEmpty ? gap : named[0];
}

/// <summary>Adds elements up where indices name places; of (x, indices).</summary>
internal sealed class ScatterAlongKernel<TIndex>(int outer, int size, int count, int inner)
    : AlongKernel<TIndex>(outer, size, count, inner)
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        Clear(outputs[0]);
        MoveAll(inputs[1], outputs[0], inputs[0]);
    }

    protected override void Move(ref float element, Span<float> named)
    {
        if (!named.IsEmpty)
        {
            named[0] += element;
        }
    }
}

/// <summary>Chooses the kernel.</summary>
internal static class AlongKernels
{
    /// <summary>The kernel that gathers; null where libtorch does: a large or broadcast index, another dtype.</summary>
    public static DenseKernel? Gather(TensorSpec x, TensorSpec indices, int axis, bool zeroGaps) =>
        Layout(x, indices, axis) is not var (outer, size, count, inner) ? null
        : indices.DType == DType.Int32 ? new GatherAlongKernel<int>(outer, size, count, inner, Gap(zeroGaps))
        : new GatherAlongKernel<long>(outer, size, count, inner, Gap(zeroGaps));

    /// <summary>The kernel that scatters to a tensor of this spec; null where libtorch does.</summary>
    public static DenseKernel? Scatter(TensorSpec result, TensorSpec indices, int axis) =>
        Layout(result, indices, axis) is not var (outer, size, count, inner) ? null
        : indices.DType == DType.Int32 ? new ScatterAlongKernel<int>(outer, size, count, inner)
        : new ScatterAlongKernel<long>(outer, size, count, inner);

    private static float Gap(bool zero) => zero ? 0 : float.NaN;

    private static (int Outer, int Size, int Count, int Inner)? Layout(TensorSpec large, TensorSpec indices, int axis)
    {
        const long Much = 1 << 20; // elements: libtorch's kernels have threads
        var (x, index) = (large.Shape, indices.Shape);
        return large.DType == DType.Float32 && indices.DType is DType.Int32 or DType.Int64
            && x.With(axis, 1) == index.With(axis, 1) && x.Size <= Much && index.Size <= Much
            ? ((int)x[..axis].Size, (int)x[axis]!, (int)index[axis]!, (int)x[(axis + 1)..].Size)
            : null;
    }
}
