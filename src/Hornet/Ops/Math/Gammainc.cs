using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The lower incomplete gamma function, regularized: <c>P(a, x) = 1/Γ(a) ∫₀ˣ tᵃ⁻¹ e⁻ᵗ dt</c>.</summary>
    /// <param name="x1">The parameter a: any tensor of positive real numbers; integers become floats.</param>
    /// <param name="x2">The argument x: a tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Gammainc(new float[] { 1, 2 }, 1f); // 0.6321, 0.2642</code></example>
    public static Tensor Gammainc(Tensor x1, Tensor x2) => new GammaincOp().Apply(x1, x2);

    private sealed record GammaincOp : FloatingElementwiseOp
    {
        private const double Step = 1e-3;

        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y)
        {
            if (x.DType is DType.Float32 or DType.Float64)
            {
                return Aten.Call("aten::special_gammainc"u8, default, x, y);
            }

            using var wideX = Kernels.To(x, DType.Float32);
            using var wideY = Kernels.To(y, DType.Float32);
            return Kernels.Narrow(Aten.Call("aten::special_gammainc"u8, default, wideX, wideY), x.DType);
        }

        // In float64, since both are differences.
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (a, x) = (Cast(saved.Input(0), DType.Float64), Cast(saved.Input(1), DType.Float64));
            return (
                saved.Wants(0) ? g * Cast(ByParameter(a, x), g.DType) : null,
                saved.Wants(1) ? g * Cast(ByArgument(a, x), g.DType) : null);
        }

        // ∂P/∂x = xᵃ⁻¹ e⁻ˣ / Γ(a) = a/x · (P(a, x) − P(a + 1, x))
        private static Tensor ByArgument(Tensor a, Tensor x) =>
            DivideNoNan(a * (Gammainc(a, x) - Gammainc(a + 1, x)), x);

        // ∂P/∂a has no closed form: the central difference of fourth order, whose error is some 1e-12.
        private static Tensor ByParameter(Tensor a, Tensor x)
        {
            var h = Minimum(a, 1) * Step;
            var near = Gammainc(a + h, x) - Gammainc(a - h, x);
            var far = Gammainc(a + (h * 2), x) - Gammainc(a - (h * 2), x);
            return ((near * 8) - far) / (h * 12);
        }
    }
}
