using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>1 divided by the square root of each element.</summary>
    /// <param name="x">Any tensor of floats.</param>
    /// <example><code>var z = Ops.Rsqrt(new float[] { 4, 16 }); // 0.5, 0.25</code></example>
    public static Tensor Rsqrt(Tensor x) => new RsqrtOp().Apply(x);

    private sealed record RsqrtOp : MapOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override Kinds Accepts => Kinds.AnyFloat | Kinds.Complex;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::rsqrt"u8, x);

        // dx = −g / 2√x³
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * saved.Output / saved.Input(0) * -0.5;
    }
}
