using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The square root of each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Sqrt(new float[] { 4, 9 }); // 2, 3</code></example>
    public static Tensor Sqrt(Tensor x) => new SqrtOp().Apply(x);

    private sealed record SqrtOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override Kinds Accepts => Kinds.Any;

        protected override Element? Function => Element.SquareRoot;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::sqrt"u8, x);

        // dx = g / (2√x)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * 0.5 / saved.Output;
    }
}
