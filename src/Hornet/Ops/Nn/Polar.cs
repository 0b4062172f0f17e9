using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Complex numbers of their lengths and angles.</summary>
    /// <param name="abs">The lengths: floats.</param>
    /// <param name="angle">The angles, in radians; they broadcast with the lengths.</param>
    /// <example><code>var z = Ops.Polar(Ops.Abs(x), y);</code></example>
    public static Tensor Polar(Tensor abs, Tensor angle) => new PolarOp().Apply(abs, angle);

    private sealed record PolarOp : ElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.Floating;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs)) == DType.Float64 ? DType.Float64 : DType.Float32;

        protected override DType ResultType(DType operands) =>
            operands == DType.Float64 ? DType.Complex128 : DType.Complex64;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Aten.Call("aten::polar"u8, default, x, y);

        // z = r cos φ + i r sin φ: dr and dφ are real parts of g times what z changes by.
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (r, angle) = (saved.Input(0), saved.Input(1));
            var (real, imaginary) = (Real(g), Imag(g));
            var (cos, sin) = (Cos(angle), Sin(angle));
            return (
                saved.Wants(0) ? (real * cos) - (imaginary * sin) : null,
                saved.Wants(1) ? -r * ((real * sin) + (imaginary * cos)) : null);
        }
    }
}
