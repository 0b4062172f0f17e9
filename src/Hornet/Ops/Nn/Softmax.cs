using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Normalises an axis to a distribution: <c>exp(x) / Σ exp(x)</c>.</summary>
    /// <param name="x">Any tensor of floats.</param>
    /// <param name="axis">The axis that sums to 1.</param>
    /// <example><code>var p = Ops.Softmax(new float[] { -1, 0, 1 }); // 0.0900, 0.2447, 0.6652</code></example>
    public static Tensor Softmax(Tensor x, int axis = -1) => new SoftmaxOp(axis).Apply(x);

    private sealed record SoftmaxOp(int Axis) : FloatingOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorSpec Infer(TensorSpec x)
        {
            _ = x.Shape.Resolve(Axis, ClassName);
            return x;
        }

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::softmax"u8, "int"u8, x, (long)Axis, Argument.None);

        // dx = (g − Σ g·y) · y
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var y = saved.Output;
            return (g - Sum(g * y, Axis, keepdims: true)) * y;
        }
    }
}
