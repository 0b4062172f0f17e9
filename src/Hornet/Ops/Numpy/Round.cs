using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Each element rounded to a number of decimals; halves to the even neighbour.</summary>
    /// <param name="x">Any tensor of numbers; integers stay integers.</param>
    /// <param name="decimals">How many decimals stay; where negative so many places before the point become 0.</param>
    /// <example><code>var z = Ops.Round(new[] { 2.5f, 1.25f }, decimals: 1); // 2.5, 1.2</code></example>
    public static Tensor Round(Tensor x, int decimals = 0) => new RoundOp(decimals).Apply(x);

    private sealed record RoundOp(int Decimals) : MapOp
    {
        protected override Kinds Accepts => Kinds.Any & ~Kinds.Bool;

        protected override TensorHandle Run(TensorHandle x)
        {
            var dtype = x.DType;
            if (dtype.IsComplex())
            {
                using var parts = Aten.Call("aten::view_as_real"u8, default, x);
                using var rounded = Rounded(parts);
                return Aten.Call("aten::view_as_complex"u8, default, rounded);
            }

            if (dtype.IsInteger())
            {
                return Decimals >= 0 ? x.NewReference() : WholeRounded(x);
            }

            using var wide = Kernels.Widen(x);
            return Kernels.Narrow(Rounded(wide), dtype);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null; // constant almost everywhere

        private TensorHandle Rounded(TensorHandle x)
        {
            if (Decimals == 0)
            {
                return Aten.Call("aten::round"u8, default, x);
            }

            // Not what overflows on the way.
            using var factor = Kernels.Scalar(Math.Pow(10, Decimals), x.DType);
            using var scaled = Aten.Call("aten::mul"u8, "Tensor"u8, x, factor);
            using var whole = Aten.Call("aten::round"u8, default, scaled);
            using var result = Aten.Call("aten::div"u8, "Tensor"u8, whole, factor);
            using var isFinite = Aten.Call("aten::isfinite"u8, default, result);
            return Aten.Call("aten::where"u8, "self"u8, isFinite, result, x);
        }

        private TensorHandle WholeRounded(TensorHandle x)
        {
            using var places = Kernels.Scalar(Math.Pow(10, -Decimals), DType.Float64);
            using var number = Kernels.To(x, DType.Float64);
            using var scaled = Aten.Call("aten::div"u8, "Tensor"u8, number, places);
            using var whole = Aten.Call("aten::round"u8, default, scaled);
            return Kernels.Narrow(Aten.Call("aten::mul"u8, "Tensor"u8, whole, places), x.DType);
        }
    }
}
