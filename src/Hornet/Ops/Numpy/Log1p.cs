using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The natural logarithm of 1 and each element: exact near 0.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Log1p(x);</code></example>
    public static Tensor Log1p(Tensor x) => new Log1pOp().Apply(x);

    private sealed record Log1pOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.Any;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::log1p"u8, x);

        // dx = g / (1 + x)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g / (saved.Input(0) + 1);
    }
}
