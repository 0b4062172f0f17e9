using System.Numerics.Tensors;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>A function of each row of [rows, n] float32 matrices, of their last axis.</summary>
internal abstract class RowKernel(int rows, int n) : RangeKernel
{
    public override long Count => rows;

    protected override long Grain => Math.Max(1, (1 << 14) / Math.Max(1, n));

    /// <summary>The size of the last axis.</summary>
    protected int N => n;

    public override bool CanOverwrite(int input, int output) => true;

    /// <summary>Runs a kernel of dense tensors of one shape, outside a program.</summary>
    public static TensorHandle Run(RowKernel kernel, params ReadOnlySpan<TensorHandle> inputs)
    {
        Span<TensorHandle> output = stackalloc TensorHandle[1];
        DenseKernels.Run(kernel, inputs, output);
        return output[0];
    }
}

/// <summary><c>exp(x − max x) / Σ exp(x − max x)</c></summary>
internal sealed class SoftmaxRows(int rows, int n) : RowKernel(rows, n)
{
    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        for (var row = begin; row < end; row++)
        {
            var y = outputs[0].Span<float>(row * N, N);
            var x = inputs[0].Span<float>(row * N, N);
            TensorPrimitives.Subtract(x, TensorPrimitives.Max<float>(x), y);
            TensorPrimitives.Exp(y, y);
            TensorPrimitives.Multiply(y, 1 / TensorPrimitives.Sum<float>(y), y);
        }
    }
}

/// <summary>Of (g, y): <c>(g − Σ g·y) · y</c></summary>
internal sealed class SoftmaxGradientRows(int rows, int n) : RowKernel(rows, n)
{
    public override bool CanOverwrite(int input, int output) => input == 0;

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        for (var row = begin; row < end; row++)
        {
            var g = inputs[0].Span<float>(row * N, N);
            var y = inputs[1].Span<float>(row * N, N);
            var dx = outputs[0].Span<float>(row * N, N);
            TensorPrimitives.Subtract(g, TensorPrimitives.Dot<float>(g, y), dx);
            TensorPrimitives.Multiply(dx, y, dx);
        }
    }
}
