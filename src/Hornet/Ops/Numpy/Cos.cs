using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The cosine of each element, in radians.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Cos(x);</code></example>
    public static Tensor Cos(Tensor x) => new CosOp().Apply(x);

    private sealed record CosOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::cos"u8, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => -g * Sin(saved.Input(0));
    }
}
