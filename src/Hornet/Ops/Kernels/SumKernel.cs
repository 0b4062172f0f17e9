using System.Numerics;
using System.Numerics.Tensors;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>Sums, or means, along the middle axis of [outer, n, inner]: what neighbours are summed looks so.</summary>
/// <remarks>Eager and compiled sums are both computed here, so that they have the same bits.</remarks>
internal sealed class SumKernel<T>(int outer, int n, int inner, bool isMean) : RangeKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Block = 512; // sums of blocks are summed: errors do not grow with the length
    private const int Few = 16;
    private const int Columns = 16; // a cache line of float32
    private const int Work = 1 << 16; // elements that are worth a thread

    private readonly int _parts = inner == 1 ? outer : outer * ((inner + Columns - 1) / Columns);

    public override long Count => _parts;

    protected override long Grain => Math.Max(1, Work / Math.Max(1, n * (inner == 1 ? 1 : Math.Min(inner, Columns))));

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        for (var part = begin; part < end; part++)
        {
            if (inner == 1)
            {
                outputs[0].Skip<T>(part).First<T>() = Finish(Row(inputs[0].Skip<T>(part * n).Span<T>(n)));
            }
            else
            {
                var (row, block) = Math.DivRem(part, _parts / outer);
                var first = (int)block * Columns;
                var result = outputs[0].Span<T>((row * inner) + first, Math.Min(Columns, inner - first));
                SumColumns(inputs[0].Skip<T>((row * n * inner) + first), result);
            }
        }
    }

    // Few are summed in their order, as everybody would.
    private static T Row(ReadOnlySpan<T> row)
    {
        var sum = T.Zero;
        if (row.Length <= Few)
        {
            foreach (var x in row)
            {
                sum += x;
            }

            return sum;
        }

        for (; row.Length > Block; row = row[Block..])
        {
            sum += TensorPrimitives.Sum(row[..Block]);
        }

        return sum + TensorPrimitives.Sum(row);
    }

    private void SumColumns(Address from, Span<T> result)
    {
        Span<T> block = stackalloc T[result.Length];
        result.Clear();
        for (var start = 0; start < n; start += Block)
        {
            block.Clear();
            for (var i = start; i < Math.Min(start + Block, n); i++)
            {
                TensorPrimitives.Add(block, from.Span<T>((long)i * inner, block.Length), block);
            }

            TensorPrimitives.Add(result, block, result);
        }

        if (isMean)
        {
            TensorPrimitives.Divide(result, T.CreateChecked(n), result);
        }
    }

    private T Finish(T sum) => isMean ? sum / T.CreateChecked(n) : sum;
}

/// <summary>Chooses the kernel of a sum or a mean.</summary>
internal static class SumKernels
{
    private const long Much = 1 << 18; // elements: beyond, libtorch's threads share even a single sum

    /// <summary>The kernel of the sums along axes; null where libtorch sums.</summary>
    public static DenseKernel? Of(DType dtype, ReadOnlySpan<long> sizes, ReadOnlySpan<int> axes, bool isMean = false)
    {
        if (dtype is not (DType.Float32 or DType.Float64) || Middle(sizes, axes) is not var (outer, n, inner)
            || outer * n * inner is 0 or > int.MaxValue)
        {
            return null;
        }

        if (outer * n * inner > Much && outer * inner < 4096)
        {
            return outer == 1 && inner > 1 && !isMean && dtype == DType.Float32
                ? new ColumnSumKernel((int)n, (int)inner)
                : null;
        }

        return dtype == DType.Float32
            ? new SumKernel<float>((int)outer, (int)n, (int)inner, isMean)
            : new SumKernel<double>((int)outer, (int)n, (int)inner, isMean);
    }

    /// <summary>The sums of a dense tensor along axes, in a shape; undefined where libtorch sums.</summary>
    public static TensorHandle Run(
        TensorHandle x, ReadOnlySpan<int> axes, ReadOnlySpan<long> sizes, bool isMean = false)
    {
        if (Of(x.DType, x.Sizes, axes, isMean) is not { } kernel)
        {
            return default;
        }

        var result = TensorHandle.Empty(x.DType, sizes);
        kernel.Run([x.Address], [result.Address]);
        return result;
    }

    // What is before the summed axes, they, and what is after them; null where others are between them.
    private static (long Outer, long N, long Inner)? Middle(ReadOnlySpan<long> sizes, ReadOnlySpan<int> axes)
    {
        var (outer, n, inner) = (1L, 1L, 1L);
        var state = 0; // before, in, after
        for (var axis = 0; axis < sizes.Length; axis++)
        {
            var isSummed = axes.Contains(axis);
            if (sizes[axis] == 1)
            {
                continue;
            }

            state = isSummed ? Math.Max(state, 1) : state > 0 ? 2 : 0;
            if (isSummed && state == 2)
            {
                return null;
            }

            outer *= state == 0 ? sizes[axis] : 1;
            n *= state == 1 ? sizes[axis] : 1;
            inner *= state == 2 ? sizes[axis] : 1;
        }

        return (outer, n, inner);
    }
}
