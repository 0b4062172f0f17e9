using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The positive part of each element: <c>max(x, 0)</c>.</summary>
    /// <param name="x">Any tensor of real numbers.</param>
    /// <example><code>var y = Ops.Relu(x);</code></example>
    public static Tensor Relu(Tensor x) => new ReluOp().Apply(x);

    private sealed record ReluOp : UnaryPrimitive
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorHandle Run(TensorHandle x) => Aten.Call("aten::relu"u8, default, x);

        // dx = g where y > 0
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Cast(saved.Output > 0, g.DType);
    }
}
