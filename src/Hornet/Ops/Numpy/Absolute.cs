using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The absolute value of each element; of a complex number its distance from 0.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var z = Ops.Absolute(x);</code></example>
    public static Tensor Absolute(Tensor x) => new AbsoluteOp().Apply(x);

    /// <inheritdoc cref="Absolute"/>
    /// <example><code>var z = Ops.Abs(x);</code></example>
    public static Tensor Abs(Tensor x) => Absolute(x);

    private sealed record AbsoluteOp : MapOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override DType ResultType(DType operand) => operand.RealPart();

        protected override Element? Function => Element.Absolute;

        protected override TensorHandle Run(TensorHandle x) =>
            x.DType is var dtype && (dtype == DType.Bool || dtype.IsUnsigned())
                ? x.NewReference()
                : Kernels.Call("aten::abs"u8, x);

        // dx = g · sign x, of a complex number g · x̄ / |x|
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Conjugate(Sign(saved.Input(0)));
    }
}
