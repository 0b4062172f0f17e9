using System.Numerics;
using System.Numerics.Tensors;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>The sizes around an axis of slices that indices name.</summary>
/// <remarks>[before, size, after] is indexed, [before, count, after] are slices.</remarks>
internal readonly record struct SlicePlan(int Before, int Size, int Count, int After)
{
    private const long Work = 1 << 15; // elements that are worth a thread

    /// <summary>How many of so many rows are worth a thread, all elements being so many.</summary>
    public static long Grain(long rows, long elements) => Math.Max(1, rows * Work / Math.Max(1, elements));

    /// <summary>The sizes; null where the kernels do not know a dtype or count so far.</summary>
    public static SlicePlan? Of(
        ReadOnlySpan<long> before, long size, ReadOnlySpan<long> indices, ReadOnlySpan<long> after, DType dtype,
        DType index)
    {
        var (outer, count, inner) = (Product(before), Product(indices), Product(after));
        return dtype is (DType.Float32 or DType.Float64) && index is (DType.Int32 or DType.Int64)
            && outer * Math.Max(size, count) * inner is > 0 and <= int.MaxValue
                ? new((int)outer, (int)size, (int)count, (int)inner)
                : null;
    }

    private static long Product(ReadOnlySpan<long> sizes)
    {
        var product = 1L;
        foreach (var size in sizes)
        {
            product *= size;
        }

        return product;
    }
}

/// <summary>Which slice an index names.</summary>
internal static class SliceIndex<TIndex>
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    /// <summary>Negative ones count from the end; −1 stands for what is out of range.</summary>
    public static int At(Address indices, int i, int size)
    {
        var index = long.CreateTruncating(indices.Skip<TIndex>(i).First<TIndex>());
        index = index < 0 ? index + size : index;
        return index >= 0 && index < size ? (int)index : -1;
    }
}

/// <summary>Takes slices; where an index is out of range, a gap.</summary>
internal sealed class GatherKernel<T, TIndex>(SlicePlan plan, T gap) : RangeKernel
    where T : unmanaged
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    public override long Count => (long)plan.Before * plan.Count;

    protected override long Grain => SlicePlan.Grain(Count, Count * plan.After);

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        for (var row = begin; row < end; row++)
        {
            var (before, i) = Math.DivRem(row, plan.Count);
            var slice = SliceIndex<TIndex>.At(inputs[1], (int)i, plan.Size);
            var target = outputs[0].Span<T>(row * plan.After, plan.After);
            if (slice < 0)
            {
                target.Fill(gap);
            }
            else
            {
                inputs[0].Span<T>(((before * plan.Size) + slice) * plan.After, plan.After).CopyTo(target);
            }
        }
    }
}

/// <summary>Adds slices up at the places that indices name; what is out of range is left out.</summary>
/// <remarks>Each thread has rows of the result, and goes through all indices in their order.</remarks>
internal sealed class ScatterKernel<T, TIndex>(SlicePlan plan) : RangeKernel
    where T : unmanaged, INumberBase<T>
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    public override long Count => (long)plan.Before * plan.Size;

    protected override long Grain =>
        SlicePlan.Grain(Count, (long)plan.Before * (plan.Size + plan.Count) * plan.After);

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        var after = plan.After;
        outputs[0].Span<T>(begin * after, (int)((end - begin) * after)).Clear();
        for (var before = begin / plan.Size; before * plan.Size < end; before++)
        {
            for (var i = 0; i < plan.Count; i++)
            {
                var slice = SliceIndex<TIndex>.At(inputs[1], i, plan.Size);
                var row = (before * plan.Size) + slice;
                if (slice >= 0 && row >= begin && row < end)
                {
                    var sum = outputs[0].Span<T>(row * after, after);
                    TensorPrimitives.Add(sum, inputs[0].Span<T>(((before * plan.Count) + i) * after, after), sum);
                }
            }
        }
    }
}
