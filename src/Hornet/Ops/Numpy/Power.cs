using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>x1 to the power of x2, element by element.</summary>
    /// <param name="x1">Any tensor of numbers; bools become int32.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Power(x, 3);</code></example>
    public static Tensor Power(Tensor x1, Tensor x2) => new PowerOp().Apply(x1, x2);

    private sealed record PowerOp : ElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => NotBool(Promotion.Common(inputs));

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => (x.DType, y.Sizes.Length) switch
        {
            (DType.Float32, 0) => Aten.Pow(x, y.Elements<float>()[0]),
            (DType.Float64, 0) => Aten.Pow(x, y.Elements<double>()[0]),
            _ => Kernels.Call("aten::pow"u8, "Tensor_Tensor"u8, x, y),
        };

        // d(xʸ) = y · xʸ⁻¹ dx + xʸ · log x dy, where y = 0 and x = 0 are not to give 0 · ∞
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (x, y) = (saved.Input(0), saved.Input(1));
            return (
                saved.Wants(0) ? g * y * Power(x, y - Cast(NotEqual(y, 0), y.DType)) : null,
                saved.Wants(1) ? g * saved.Output * Log(x + Cast(Equal(x, 0), x.DType)) : null);
        }
    }
}
