using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The true quotient, element by element: of integers a float.</summary>
    /// <param name="x1">Any tensor of numbers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var y = Ops.Divide(x, 2);</code></example>
    public static Tensor Divide(Tensor x1, Tensor x2) => new DivideOp().Apply(x1, x2);

    private sealed record DivideOp : ElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs));

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Aten.Call("aten::div"u8, "Tensor"u8, x, y);

        // d(x/y) = dx/y − (x/y)/y dy
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var dx = g / saved.Input(1);
            return (dx, saved.Wants(1) ? -dx * saved.Output : null);
        }
    }
}
