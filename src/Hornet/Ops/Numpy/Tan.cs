using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The tangent of each element, in radians.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Tan(x);</code></example>
    public static Tensor Tan(Tensor x) => new TanOp().Apply(x);

    private sealed record TanOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::tan"u8, x);

        // dx = (1 + tan² x) · g
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * (Square(saved.Output) + 1);
    }
}
