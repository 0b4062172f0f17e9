using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The sine of each element, in radians.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Sin(x);</code></example>
    public static Tensor Sin(Tensor x) => new SinOp().Apply(x);

    private sealed record SinOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::sin"u8, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Cos(saved.Input(0));
    }
}
