using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>The product of an [m, k] and a [k, n] matrix of float32, which may lie transposed in memory.</summary>
internal sealed class GemmKernel(bool transposeX, bool transposeY, int m, int n, int k) : DenseKernel
{
    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        if (!transposeY && RowTimesMatrix.IsFor(m, n))
        {
            RowTimesMatrix.Run(k, n, inputs[0], inputs[1], outputs[0]); // a single row lies the same either way
        }
        else
        {
            Gemm.Multiply(transposeX, transposeY, m, n, k, inputs[0], inputs[1], outputs[0]);
        }
    }
}
