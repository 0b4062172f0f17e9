using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>2 to the power of each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Exp2(x);</code></example>
    public static Tensor Exp2(Tensor x) => new Exp2Op().Apply(x);

    private sealed record Exp2Op : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override Kinds Accepts => Kinds.Any;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::exp2"u8, x);

        // dx = g · 2ˣ · log 2
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * saved.Output * double.Log(2);
    }
}
