using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>The product of an [m, k] and a [k, n] matrix of float32, which may lie transposed in memory.</summary>
internal sealed class GemmKernel(bool transposeX, bool transposeY, int m, int n, int k) : ProductKernel
{
    private const int LeastRows = 16; // of a part
    private const int ManyRows = 128; // that are worth packing the other matrix again
    private const int CacheFloats = 1 << 17; // of results that are still near when they are finished

    // A single row or column lies the same either way: it is read one way, so that the bits are the same, too.
    private readonly bool _transposeX = transposeX && m != 1 && k != 1;
    private readonly bool _transposeY = transposeY && n != 1 && k != 1;

    public override void Run(ReadOnlySpan<Address> inputs, Address result, Finish finish)
    {
        if (!_transposeY && RowTimesMatrix.IsFor(m, n))
        {
            RowTimesMatrix.Run(k, n, inputs[0], inputs[1], result);
            finish.All();
        }
        else if (CountParts() is > 1 and var parts)
        {
            var job = new Job { Kernel = this, X = inputs[0], Y = inputs[1], Result = result, Finish = finish };
            Parts.Run(m, parts, job, static (job, first, last, _) => job.Kernel.Run(job, (int)first, (int)last));
        }
        else
        {
            Gemm.Multiply(_transposeX, _transposeY, m, n, k, inputs[0], inputs[1], result);
            finish.All();
        }
    }

    // Rows for each thread, unless there are too few: BLAS divides the columns as well, and is slower with more rows.
    private int CountParts()
    {
        var parts = Parts.Count((double)m * n * k);
        return _transposeY || m < LeastRows * parts ? 1 : parts;
    }

    private void Run(Job job, int first, int last)
    {
        var finish = job.Finish.From((long)first * n, Scratch.Get(job.Finish.ScratchBytes));
        var most = Math.Max(ManyRows, CacheFloats / n);
        for (var row = first; row < last; row += most)
        {
            var rows = Math.Min(most, last - row);
            var x = job.X.Skip<float>(_transposeX ? row : (long)row * k);
            Gemm.Multiply<float>(
                _transposeX,
                transposeY: false,
                rows,
                n,
                k,
                new(x, _transposeX ? m : k),
                new(job.Y),
                new(job.Result.Skip<float>((long)row * n)));
            finish.Until((long)(row + rows) * n);
        }

        finish.End((long)last * n);
    }

    private ref struct Job
    {
        public GemmKernel Kernel;
        public Address X, Y, Result;
        public Finish Finish;
    }
}
