using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary><c>sin(πx) / πx</c> of each element: 1 at 0.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Sinc(x);</code></example>
    public static Tensor Sinc(Tensor x) => new SincOp().Apply(x);

    private sealed record SincOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::sinc"u8, x);

        // dx = (cos πx − sinc x) / x · g, and 0 at 0, where cos 0 = sinc 0
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var x = saved.Input(0);
            return g * (Cos(x * double.Pi) - saved.Output) / (x + Cast(Equal(x, 0), x.DType));
        }
    }
}
