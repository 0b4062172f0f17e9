using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The logarithm of each element to base 10.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Log10(new float[] { 10, 1000 }); // 1, 3</code></example>
    public static Tensor Log10(Tensor x) => new Log10Op().Apply(x);

    private sealed record Log10Op : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.Any;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::log10"u8, x);

        // dx = g / (x log 10)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g / (saved.Input(0) * double.Log(10));
    }
}
