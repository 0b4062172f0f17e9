using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The angle, in radians, whose cosine each element is.</summary>
    /// <param name="x">Any tensor of numbers, real ones within [-1, 1].</param>
    /// <example><code>var z = Ops.Arccos(x);</code></example>
    public static Tensor Arccos(Tensor x) => new ArccosOp().Apply(x);

    private sealed record ArccosOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::acos"u8, x);

        // dx = −g / √(1 − x²)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => -g * Rsqrt(1 - Square(saved.Input(0)));
    }
}
