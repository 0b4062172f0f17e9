using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The modified Bessel function of the first kind of order 0 of each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats, complex numbers their real parts.</param>
    /// <example><code>var z = Ops.I0(x);</code></example>
    public static Tensor I0(Tensor x) => new I0Op().Apply(x);

    private abstract record BesselOp : MapOp
    {
        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) => inputs[0].DType switch
        {
            DType.Float16 or DType.BFloat16 or DType.Float64 => inputs[0].DType,
            DType.Int64 => DType.Float64,
            _ => Keras.Config.Floatx(),
        };

        // libtorch has them for float32 and float64 only.
        protected static TensorHandle Call(ReadOnlySpan<byte> op, TensorHandle x)
        {
            using var wide = x.DType.IsHalf() ? Kernels.To(x, DType.Float32) : x.NewReference();
            return Kernels.Narrow(Aten.Call(op, default, wide), x.DType);
        }
    }

    private sealed record I0Op : BesselOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Call("aten::special_i0"u8, x);

        // dI₀ = I₁ dx
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * new I1Op().Apply(saved.Input(0));
    }

    private sealed record I1Op : BesselOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override TensorHandle Run(TensorHandle x) => Call("aten::special_i1"u8, x);

        // dI₁ = (I₀ − I₁/x) dx, where I₁/x is ½ at 0
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var x = saved.Input(0);
            var isZero = Cast(Equal(x, 0), x.DType);
            return g * (I0(x) - (saved.Output / (x + isZero)) - (isZero * 0.5));
        }
    }
}
