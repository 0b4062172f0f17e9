using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>1 divided by each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Reciprocal(new float[] { 2, 4 }); // 0.5, 0.25</code></example>
    public static Tensor Reciprocal(Tensor x) => new ReciprocalOp().Apply(x);

    private sealed record ReciprocalOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override Kinds Accepts => Kinds.Any;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::reciprocal"u8, x);

        // dx = −g / x²
        protected override Tensor? Vjp(Tensor g, Residuals saved) => -g * Square(saved.Output);
    }
}
