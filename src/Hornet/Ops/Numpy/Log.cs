using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The natural logarithm of each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Log(Ops.Exp(x));</code></example>
    public static Tensor Log(Tensor x) => new LogOp().Apply(x);

    private sealed record LogOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.Any;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::log"u8, x);

        // dx = g / x
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g / saved.Input(0);
    }
}
