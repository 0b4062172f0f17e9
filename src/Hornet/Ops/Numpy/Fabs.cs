using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The absolute value of each element, as a float.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Fabs(new[] { -2, 3 }); // 2, 3</code></example>
    public static Tensor Fabs(Tensor x) => new FabsOp().Apply(x);

    private sealed record FabsOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.AnyFloat;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::abs"u8, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Sign(saved.Input(0));
    }
}
