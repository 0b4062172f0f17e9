using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>e to the power of each element, less 1: exact near 0.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Expm1(x);</code></example>
    public static Tensor Expm1(Tensor x) => new Expm1Op().Apply(x);

    private sealed record Expm1Op : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override Kinds Accepts => Kinds.Any;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::expm1"u8, x);

        // dx = g · eˣ
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * (saved.Output + 1);
    }
}
