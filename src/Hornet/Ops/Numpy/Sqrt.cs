using System.Numerics;
using System.Numerics.Tensors;
using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The square root of each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Sqrt(new float[] { 4, 9 }); // 2, 3</code></example>
    public static Tensor Sqrt(Tensor x) => new SqrtOp().Apply(x);

    private sealed record SqrtOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override Kinds Accepts => Kinds.Any;

        protected override Element? Function => Element.SquareRoot;

        // libtorch's kernel rounds some otherwise than the processor does, where there are many.
        protected override TensorHandle Run(TensorHandle x) => x.DType switch
        {
            DType.Float32 when x.Count <= int.MaxValue => Rounded<float>(x),
            DType.Float64 when x.Count <= int.MaxValue => Rounded<double>(x),
            _ => Kernels.Call("aten::sqrt"u8, x),
        };

        // dx = g / (2√x)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * 0.5 / saved.Output;

        private static TensorHandle Rounded<T>(TensorHandle x)
            where T : unmanaged, IRootFunctions<T>
        {
            const int Grain = 1 << 15; // elements that are worth a thread
            using var dense = x.Contiguous();
            var result = TensorHandle.Empty(x.DType, x.Sizes);
            ParallelFor.Run(0, x.Count, Grain, (From: dense.Address, To: result.Address), static (begin, end, job) =>
                TensorPrimitives.Sqrt<T>(
                    job.From.Span<T>(begin, (int)(end - begin)), job.To.Span<T>(begin, (int)(end - begin))));
            return result;
        }
    }
}
