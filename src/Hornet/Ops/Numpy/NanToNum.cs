using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Replaces what is not a number, and infinities, by numbers.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="nan">What stands for an element that is not a number.</param>
    /// <param name="posinf">What stands for infinity; the greatest number of the dtype where null.</param>
    /// <param name="neginf">What stands for minus infinity; the smallest number of the dtype where null.</param>
    /// <example><code>var z = Ops.NanToNum(new[] { float.NaN, 1 }); // 0, 1</code></example>
    public static Tensor NanToNum(Tensor x, double nan = 0, double? posinf = null, double? neginf = null) =>
        new NanToNumOp(nan, posinf, neginf).Apply(x);

    private sealed record NanToNumOp(double Nan, double? Posinf, double? Neginf) : MapOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override TensorHandle Run(TensorHandle x) => Kinds.Whole.Has(x.DType)
            ? x.NewReference()
            : WithoutNan(x, Nan, Posinf, Neginf);

        // dx = g where nothing was replaced
        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            g * Cast(Equal(saved.Input(0), saved.Output), g.DType);
    }

    /// <summary>Floats without what is not a number.</summary>
    private static TensorHandle WithoutNan(TensorHandle x, double nan, double? posinf, double? neginf)
    {
        using var wide = Kernels.Widen(x);
        var replaced = Aten.Call(
            "aten::nan_to_num"u8, default, wide, Argument.Some(nan), Optional(posinf), Optional(neginf));
        return Kernels.Narrow(replaced, x.DType);
    }

    private static Argument Optional(double? value) => value is { } given ? Argument.Some(given) : Argument.None;
}
