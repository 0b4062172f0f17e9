using System.Numerics.Tensors;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>Sums over the rows of [rows, columns] float32 matrices: images by channel, batches by feature.</summary>
/// <remarks>
/// Chunks of rows are summed by several threads, and their sums in order: the result does not depend on the threads.
/// Several rows are added at once, so that few columns fill the processor's vectors, too.
/// </remarks>
internal abstract class ColumnKernel : DenseKernel
{
    private const int Chunk = 1 << 14; // elements
    private const int Width = 256; // elements that are added at once

    private readonly int _chunkRows;
    private readonly int _sums;

    protected ColumnKernel(int rows, int columns, int sums)
    {
        (Rows, Columns, _sums) = (rows, columns, sums);
        Group = Math.Max(1, Width / columns);
        _chunkRows = Math.Max(Group, Chunk / columns / Group * Group);
    }

    protected int Rows { get; }

    protected int Columns { get; }

    /// <summary>How many rows are added at once.</summary>
    protected int Group { get; }

    public sealed override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        var chunks = (Rows + _chunkRows - 1) / _chunkRows;
        var partial = Scratch.Get((long)chunks * _sums * Columns * sizeof(float));
        var job = new Job { Kernel = this, Inputs = inputs, Outputs = outputs, Partial = partial };
        ParallelFor.Run(0, chunks, 2, job, static (begin, end, job) => job.Run(begin, end));
        Combine(partial.Span<float>(chunks * _sums * Columns), chunks, inputs, outputs);
    }

    /// <summary>The sums of one chunk, one after the other.</summary>
    protected abstract void RunChunk(
        ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, int row, int rows, Span<float> sums);

    /// <summary>Makes the results of the chunks' sums. All chunks but the last have as many rows.</summary>
    protected abstract void Combine(
        ReadOnlySpan<float> partial, int chunks, ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs);

    protected int RowsOf(int chunk) => Math.Min(_chunkRows, Rows - (chunk * _chunkRows));

    /// <summary>Adds the groups of rows that were added at once.</summary>
    protected void Fold(ReadOnlySpan<float> groups, Span<float> sums)
    {
        sums = sums[..Columns];
        groups[..Columns].CopyTo(sums);
        for (var i = 1; i < Group; i++)
        {
            TensorPrimitives.Add(sums, groups.Slice(i * Columns, Columns), sums);
        }
    }

    /// <summary>Adds up, over the chunks, one of their sums.</summary>
    protected void Total(ReadOnlySpan<float> partial, int chunks, int sum, Span<float> result)
    {
        result.Clear();
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            TensorPrimitives.Add(result, partial.Slice(((chunk * _sums) + sum) * Columns, Columns), result);
        }
    }

    /// <summary>A vector of the columns, as often as rows are added at once.</summary>
    protected void Repeat(ReadOnlySpan<float> vector, Span<float> repeated)
    {
        for (var i = 0; i < Group; i++)
        {
            vector.CopyTo(repeated[(i * Columns)..]);
        }
    }

    private ref struct Job
    {
        public ColumnKernel Kernel;
        public ReadOnlySpan<Address> Inputs, Outputs;
        public Address Partial;

        public readonly void Run(long begin, long end)
        {
            var size = Kernel._sums * Kernel.Columns;
            for (var chunk = (int)begin; chunk < end; chunk++)
            {
                Kernel.RunChunk(
                    Inputs, Outputs, chunk * Kernel._chunkRows, Kernel.RowsOf(chunk),
                    Partial.Span<float>((long)chunk * size, size));
            }
        }
    }
}

/// <summary>The sum of each column.</summary>
internal sealed class ColumnSumKernel(int rows, int columns) : ColumnKernel(rows, columns, sums: 1)
{
    protected override void RunChunk(
        ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, int row, int rows, Span<float> sums)
    {
        Span<float> groups = stackalloc float[Group * Columns];
        groups.Clear();
        ReadOnlySpan<float> x = inputs[0].Span<float>((long)row * Columns, rows * Columns);
        for (; !x.IsEmpty; x = x[Math.Min(groups.Length, x.Length)..])
        {
            var part = x[..Math.Min(groups.Length, x.Length)];
            TensorPrimitives.Add(groups[..part.Length], part, groups);
        }

        Fold(groups, sums);
    }

    protected override void Combine(
        ReadOnlySpan<float> partial, int chunks, ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs) =>
        Total(partial, chunks, 0, outputs[0].Span<float>(Columns));
}

/// <summary>The mean and the variance of each column.</summary>
internal sealed class ColumnMomentsKernel(int rows, int columns) : ColumnKernel(rows, columns, sums: 2)
{
    // Each chunk's mean, and its sum of squared distances from that.
    protected override void RunChunk(
        ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, int row, int rows, Span<float> sums)
    {
        Span<float> groups = stackalloc float[Group * Columns];
        Span<float> means = stackalloc float[Group * Columns];
        Span<float> distances = stackalloc float[Group * Columns];
        ReadOnlySpan<float> all = inputs[0].Span<float>((long)row * Columns, rows * Columns);
        groups.Clear();
        for (var x = all; !x.IsEmpty; x = x[Math.Min(groups.Length, x.Length)..])
        {
            var part = x[..Math.Min(groups.Length, x.Length)];
            TensorPrimitives.Add(groups[..part.Length], part, groups);
        }

        Fold(groups, sums);
        TensorPrimitives.Divide(sums[..Columns], rows, sums);
        Repeat(sums[..Columns], means);
        groups.Clear();
        for (var x = all; !x.IsEmpty; x = x[Math.Min(groups.Length, x.Length)..])
        {
            var part = x[..Math.Min(groups.Length, x.Length)];
            var from = distances[..part.Length];
            TensorPrimitives.Subtract(part, means[..part.Length], from);
            TensorPrimitives.MultiplyAdd(from, from, groups[..part.Length], groups);
        }

        Fold(groups, sums[Columns..]);
    }

    // M = M₁ + M₂ + (mean₂ − mean₁)² n₁ n₂ / (n₁ + n₂): Chan, Golub and LeVeque 1983
    protected override void Combine(
        ReadOnlySpan<float> partial, int chunks, ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        var (means, variances) = (outputs[0], outputs[1]);
        for (var column = 0; column < Columns; column++)
        {
            var (count, mean, distance) = (0.0, 0.0, 0.0);
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                var rows = RowsOf(chunk);
                var away = partial[(chunk * 2 * Columns) + column] - mean;
                mean += away * rows / (count + rows);
                distance += partial[(((chunk * 2) + 1) * Columns) + column]
                    + (away * away * count * rows / (count + rows));
                count += rows;
            }

            means.Skip<float>(column).First<float>() = (float)mean;
            variances.Skip<float>(column).First<float>() = (float)(distance / count);
        }
    }
}

/// <summary>
/// Of (g, x): the sums of g · x and of g. Of (g, x, scale), where y = x · scale + shift, g · scale before them.
/// </summary>
internal sealed class ColumnProductsKernel(int rows, int columns, bool hasScale = false)
    : ColumnKernel(rows, columns, sums: 2)
{
    protected override void RunChunk(
        ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, int row, int rows, Span<float> sums)
    {
        Span<float> products = stackalloc float[Group * Columns];
        Span<float> groups = stackalloc float[Group * Columns];
        Span<float> scales = stackalloc float[Group * Columns];
        products.Clear();
        groups.Clear();
        if (hasScale)
        {
            Repeat(inputs[2].Span<float>(Columns), scales);
        }

        var start = (long)row * Columns;
        for (int at = 0, end = rows * Columns; at < end; at += groups.Length)
        {
            var length = Math.Min(groups.Length, end - at);
            ReadOnlySpan<float> g = inputs[0].Span<float>(start + at, length);
            ReadOnlySpan<float> x = inputs[1].Span<float>(start + at, length);
            TensorPrimitives.MultiplyAdd(g, x, products[..length], products);
            TensorPrimitives.Add(groups[..length], g, groups);
            if (hasScale)
            {
                TensorPrimitives.Multiply(g, scales[..length], outputs[0].Span<float>(start + at, length));
            }
        }

        Fold(products, sums);
        Fold(groups, sums[Columns..]);
    }

    protected override void Combine(
        ReadOnlySpan<float> partial, int chunks, ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        Total(partial, chunks, 0, outputs[^2].Span<float>(Columns));
        Total(partial, chunks, 1, outputs[^1].Span<float>(Columns));
    }
}

/// <summary>Of (x, scale, shift): <c>x · scale + shift</c>, rounded twice.</summary>
internal sealed class ScaleShiftKernel(int rows, int columns) : RangeKernel
{
    public override long Count => rows;

    protected override long Grain => Math.Max(1, (1 << 16) / columns);

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        ReadOnlySpan<float> scale = inputs[1].Span<float>(columns);
        ReadOnlySpan<float> shift = inputs[2].Span<float>(columns);
        for (var row = begin; row < end; row++)
        {
            var y = outputs[0].Span<float>(row * columns, columns);
            TensorPrimitives.Multiply(inputs[0].Span<float>(row * columns, columns), scale, y);
            TensorPrimitives.Add(y, shift, y);
        }
    }
}
