using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The logarithm to base 2 of the sum of two powers of 2, without overflow.</summary>
    /// <param name="x1">Any tensor of numbers; integers become floats.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Logaddexp2(x, y);</code></example>
    public static Tensor Logaddexp2(Tensor x1, Tensor x2) => new Logaddexp2Op().Apply(x1, x2);

    private sealed record Logaddexp2Op : FloatingElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override Kinds Accepts => Kinds.Floating | Kinds.Complex;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y)
        {
            if (!x.DType.IsComplex())
            {
                return Aten.Call("aten::logaddexp2"u8, default, x, y);
            }

            // log₂(2ˣ + 2ʸ) = log(eˣˡᵒᵍ² + eʸˡᵒᵍ²) / log 2
            using var log2 = Kernels.Scalar(double.Log(2), x.DType);
            using var first = Aten.Call("aten::mul"u8, "Tensor"u8, x, log2);
            using var second = Aten.Call("aten::mul"u8, "Tensor"u8, y, log2);
            using var sum = Aten.Call("aten::logaddexp"u8, default, first, second);
            return Aten.Call("aten::div"u8, "Tensor"u8, sum, log2);
        }

        // dx = g · 2ˣ / (2ˣ + 2ʸ)
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (
            saved.Wants(0) ? g * Exp2(saved.Input(0) - saved.Output) : null,
            saved.Wants(1) ? g * Exp2(saved.Input(1) - saved.Output) : null);
    }
}
