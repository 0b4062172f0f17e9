using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The angle, in radians, whose tangent each element is.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Arctan(x);</code></example>
    public static Tensor Arctan(Tensor x) => new ArctanOp().Apply(x);

    private sealed record ArctanOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::atan"u8, x);

        // dx = g / (1 + x²)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g / (Square(saved.Input(0)) + 1);
    }
}
