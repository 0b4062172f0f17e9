using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The hyperbolic tangent of each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Tanh(x);</code></example>
    public static Tensor Tanh(Tensor x) => new TanhOp().Apply(x);

    private sealed record TanhOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::tanh"u8, x);

        // dx = (1 − tanh² x) · g
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * (1 - (saved.Output * saved.Output));
    }
}
