using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>The product of an [m, k] and a [k, n] matrix of float32, which may lie transposed in memory.</summary>
internal sealed class GemmKernel(bool transposeX, bool transposeY, int m, int n, int k) : ProductKernel
{
    // A single row or column lies the same either way: it is read one way, so that the bits are the same, too.
    private readonly bool _transposeX = transposeX && m != 1 && k != 1;
    private readonly bool _transposeY = transposeY && n != 1 && k != 1;

    public override void Run(ReadOnlySpan<Address> inputs, Address result, Finish finish)
    {
        if (!_transposeY && RowTimesMatrix.IsFor(m, n))
        {
            RowTimesMatrix.Run(k, n, inputs[0], inputs[1], result);
        }
        else
        {
            Gemm.Multiply(_transposeX, _transposeY, m, n, k, inputs[0], inputs[1], result);
        }

        finish.All();
    }
}
