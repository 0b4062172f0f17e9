using System.Numerics.Tensors;
using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The cube root of each element.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Cbrt(new float[] { 27, -8 }); // 3, -2</code></example>
    public static Tensor Cbrt(Tensor x) => new CbrtOp().Apply(x);

    private sealed record CbrtOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override Kinds Accepts => Kinds.AnyFloat;

        protected override TensorHandle Run(TensorHandle x)
        {
            if (x.DType is not (DType.Float32 or DType.Float64))
            {
                using var wide = Kernels.To(x, DType.Float32);
                return Kernels.Narrow(Run(wide), x.DType);
            }

            using var operand = x.Contiguous();
            var result = TensorHandle.Empty(x.DType, x.Sizes);
            if (x.DType == DType.Float32)
            {
                TensorPrimitives.Cbrt<float>(operand.Elements<float>(), result.Elements<float>());
            }
            else
            {
                TensorPrimitives.Cbrt<double>(operand.Elements<double>(), result.Elements<double>());
            }

            return result;
        }

        // dx = g / 3y²
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g / (Square(saved.Output) * 3);
    }
}
