using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The logarithm of each element to base 2.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Log2(new float[] { 2, 8 }); // 1, 3</code></example>
    public static Tensor Log2(Tensor x) => new Log2Op().Apply(x);

    private sealed record Log2Op : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.Any;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::log2"u8, x);

        // dx = g / (x log 2)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g / (saved.Input(0) * double.Log(2));
    }
}
