using System.Numerics;
using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The real part of each element. Copies nothing.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var z = Ops.Real(x);</code></example>
    public static Tensor Real(Tensor x) => new RealOp().Apply(x);

    /// <summary>The imaginary part of each element: 0 of a real number.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var z = Ops.Imag(x);</code></example>
    public static Tensor Imag(Tensor x) => new ImagOp().Apply(x);

    /// <summary>The angle of each complex number, in radians: 0 or π of a real number.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Angle(new float[] { 2, -2 }); // 0, 3.1416</code></example>
    public static Tensor Angle(Tensor x) => new AngleOp().Apply(x);

    private sealed record RealOp : MapOp
    {
        protected internal override bool TakesViews => true;

        protected override DType ResultType(DType operand) => operand.RealPart();

        protected override TensorHandle Run(TensorHandle x) =>
            x.DType.IsComplex() ? Aten.Call("aten::real"u8, default, x) : x.NewReference();

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Cast(g, saved.InputSpec(0).DType);
    }

    private sealed record ImagOp : MapOp
    {
        protected internal override bool TakesViews => true;

        protected override DType ResultType(DType operand) => operand.RealPart();

        protected override TensorHandle Run(TensorHandle x) => x.DType.IsComplex()
            ? Aten.Call("aten::imag"u8, default, x)
            : Aten.Call(
                "aten::zeros_like"u8,
                default,
                x,
                Argument.None,
                Argument.None,
                Argument.None,
                Argument.None,
                Argument.None);

        // dx = −i g
        protected override Tensor? Vjp(Tensor g, Residuals saved) => saved.InputSpec(0).DType is var dtype
            && dtype.IsComplex() ? Cast(g, dtype) * -Complex.ImaginaryOne : null;
    }

    private sealed record AngleOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override DType ResultType(DType operand) => operand.RealPart();

        protected override TensorHandle Run(TensorHandle x)
        {
            if (x.DType.IsComplex())
            {
                return Aten.Call("aten::angle"u8, default, x);
            }

            using var wide = Kernels.Widen(x);
            using var zero = Kernels.Scalar(0, wide.DType);
            return Kernels.Narrow(Aten.Call("aten::atan2"u8, default, zero, wide), x.DType);
        }

        // dx = −i g / x, of a real number 0
        protected override Tensor? Vjp(Tensor g, Residuals saved) => saved.InputSpec(0).DType is var dtype
            && dtype.IsComplex() ? Cast(g, dtype) * -Complex.ImaginaryOne / saved.Input(0) : null;
    }
}
