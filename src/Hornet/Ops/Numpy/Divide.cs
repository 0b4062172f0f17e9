using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The true quotient, element by element: of integers a float.</summary>
    /// <param name="x1">Any tensor of numbers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var y = Ops.Divide(x, 2);</code></example>
    public static Tensor Divide(Tensor x1, Tensor x2) => new DivideOp().Apply(x1, x2);

    /// <inheritdoc cref="Divide"/>
    /// <example><code>var z = Ops.TrueDivide(x, 2);</code></example>
    public static Tensor TrueDivide(Tensor x1, Tensor x2) => new TrueDivideOp().Apply(x1, x2);

    private abstract record QuotientOp : ElementwiseOp
    {
        protected internal sealed override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs));

        protected sealed override Element? Function => Element.Divide;

        protected sealed override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::div"u8, "Tensor"u8, x, y);

        // d(x/y) = dx/y − (x/y)/y dy
        protected sealed override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var dx = g / saved.Input(1);
            return (dx, saved.Wants(1) ? -dx * saved.Output : null);
        }
    }

    private sealed record DivideOp : QuotientOp;

    private sealed record TrueDivideOp : QuotientOp;
}
