using System.Numerics;
using Hornet.Native;

namespace Hornet;

/// <summary>Convolutions as products of matrices: some windows at a time, so that they stay in the cache.</summary>
internal static class MatrixKernels
{
    private const int ChunkBytes = 512 << 10;

    /// <summary>y = windows of x · w, of contiguous tensors.</summary>
    public static void Product<T>(ConvolutionShape shape, TensorHandle x, TensorHandle w, TensorHandle y)
        where T : unmanaged, INumber<T> =>
        Parts.Run(shape.Rows, Parts.Count(shape), new Job(shape, x, w, y), static (job, first, last, _) =>
            job.ForEachChunk<T>(first, last, static (job, rows, row, group) =>
            {
                Patches.Gather<T>(job.Shape, job.First.Elements<T>(), rows.Elements<T>(), row, group);
                using var kernel = job.Kernel(job.Second, group);
                using var outputs = job.Outputs(job.Result, row, rows.Sizes[0], group);
                Aten.MmInto(outputs, rows, kernel);
            }));

    /// <summary>dx += what g · wᵀ says of the windows. The rows of one image stay on one thread.</summary>
    public static void InputGradient<T>(ConvolutionShape shape, TensorHandle g, TensorHandle w, TensorHandle dx)
        where T : unmanaged, INumber<T> =>
        Parts.Run(shape.Batch, Parts.Count(shape), new Job(shape, g, w, dx), static (job, first, last, _) =>
            job.ForEachChunk<T>(first * job.Shape.Output.Size, last * job.Shape.Output.Size,
                static (job, rows, row, group) =>
            {
                using var kernel = job.Kernel(job.Second, group);
                using var transposed = Aten.Transpose(kernel, 0, 1);
                using var gradient = job.Outputs(job.First, row, rows.Sizes[0], group);
                Aten.MmInto(rows, gradient, transposed);
                Patches.Scatter<T>(job.Shape, rows.Elements<T>(), job.Result.Elements<T>(), row, group);
            }));

    /// <summary>
    /// dw += windows of xᵀ · g. Each part of the rows has a sum of its own, so that their order is fixed.
    /// </summary>
    public static void KernelGradient<T>(ConvolutionShape shape, TensorHandle x, TensorHandle g, TensorHandle sums)
        where T : unmanaged, INumber<T> =>
        Parts.Run(shape.Rows, (int)sums.Sizes[0], new Job(shape, x, g, sums), static (job, first, last, part) =>
        {
            using var sum = Aten.Narrow(job.Result, 0, part, 1);
            using var dw = Aten.Squeeze(sum, 0);
            (job with { Result = dw }).ForEachChunk<T>(first, last, static (job, rows, row, group) =>
            {
                Patches.Gather<T>(job.Shape, job.First.Elements<T>(), rows.Elements<T>(), row, group);
                using var transposed = Aten.Transpose(rows, 0, 1);
                using var gradient = job.Outputs(job.Second, row, rows.Sizes[0], group);
                using var kernel = job.Kernel(job.Result, group);
                Aten.AddMm(kernel, transposed, gradient);
            });
        });

    private delegate void Chunk(Job job, TensorHandle rows, long firstRow, int group);

    private readonly record struct Job(
        ConvolutionShape Shape, TensorHandle First, TensorHandle Second, TensorHandle Result)
    {
        /// <summary>Runs a chunk of rows of each group after the other, in one buffer.</summary>
        public void ForEachChunk<T>(long first, long last, Chunk chunk)
            where T : unmanaged, INumber<T>
        {
            var rowBytes = Shape.PatchSize * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
            var most = Math.Min(last - first, Math.Max(ChunkBytes / rowBytes, 16));
            if (most <= 0)
            {
                return;
            }

            using var buffer = TensorHandle.Empty(First.DType, [most, Shape.PatchSize]);
            for (var row = first; row < last; row += most)
            {
                using var rows = Aten.Narrow(buffer, 0, 0, Math.Min(most, last - row));
                for (var group = 0; group < Shape.Groups; group++)
                {
                    chunk(this, rows, row, group);
                }
            }
        }

        /// <summary>The matrix of a group's kernel.</summary>
        public TensorHandle Kernel(TensorHandle w, int group) => w.AsStrided(
            [Shape.PatchSize, Shape.GroupOutputs], [Shape.OutputChannels, 1], (long)group * Shape.GroupOutputs);

        /// <summary>Some rows of the matrix of a group's outputs.</summary>
        public TensorHandle Outputs(TensorHandle y, long row, long count, int group) => y.AsStrided(
            [count, Shape.GroupOutputs],
            [Shape.OutputChannels, 1],
            (row * Shape.OutputChannels) + (group * Shape.GroupOutputs));
    }
}

/// <summary>The parts of a range, one for each thread: always the same ones, so that sums are.</summary>
internal static class Parts
{
    private const double LeastWork = 1 << 18; // below it a second thread costs more than it saves

    /// <summary>How many parts are worth it for a convolution.</summary>
    /// <param name="shape">Its sizes.</param>
    /// <param name="most">What does not depend on its work.</param>
    public static int Count(ConvolutionShape shape, int most = int.MaxValue) =>
        Count((double)shape.Rows * shape.Kernel.Size * shape.GroupChannels * shape.OutputChannels, most);

    /// <summary>How many are worth it for so many multiplications.</summary>
    public static int Count(double work, int most = int.MaxValue)
    {
        var parts = (int)Math.Clamp(work / LeastWork, 1, most);
        return parts == 1 ? 1 : Math.Min(parts, TorchThreads.Count); // which loads libtorch
    }

    /// <summary>Gives each part of a range to a body, which learns the number of the part.</summary>
    public static void Run<TState>(long length, int parts, TState state, Action<TState, long, long, int> body)
        where TState : allows ref struct
    {
        if (parts == 1)
        {
            body(state, 0, length, 0);
            return;
        }

        var all = new Job<TState> { Length = length, Parts = parts, State = state, Body = body };
        ParallelFor.Run(0, parts, 1, all, static (begin, end, job) =>
        {
            for (var part = begin; part < end; part++)
            {
                var (first, last) = (job.Length * part / job.Parts, job.Length * (part + 1) / job.Parts);
                job.Body(job.State, first, last, (int)part);
            }
        });
    }

    private ref struct Job<TState>
        where TState : allows ref struct
    {
        public long Length;
        public int Parts;
        public TState State;
        public Action<TState, long, long, int> Body;
    }
}
