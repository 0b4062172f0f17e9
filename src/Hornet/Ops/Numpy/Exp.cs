using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>e to the power of each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var y = Ops.Exp(x);</code></example>
    public static Tensor Exp(Tensor x) => new ExpOp().Apply(x);

    private sealed record ExpOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override Kinds Accepts => Kinds.Any;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::exp"u8, x);

        // dx = g · eˣ
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * saved.Output;
    }
}
