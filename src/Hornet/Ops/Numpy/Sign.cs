using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>−1, 0 or 1: the sign of each element; of a complex number the number of length 1 towards it.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var z = Ops.Sign(new float[] { -2, 0, 3 }); // -1, 0, 1</code></example>
    public static Tensor Sign(Tensor x) => new SignOp().Apply(x);

    private sealed record SignOp : MapOp
    {
        protected override Kinds Accepts => Kinds.Any & ~Kinds.Bool;

        protected override Element? Function => Element.Sign;

        protected override TensorHandle Run(TensorHandle x)
        {
            if (!x.DType.IsFloating())
            {
                return Kernels.Call("aten::sgn"u8, x);
            }

            // libtorch says 0 of what is not a number.
            using var sign = Kernels.Call("aten::sgn"u8, x);
            using var isNumber = Kernels.Call("aten::eq"u8, "Tensor"u8, x, x);
            return Aten.Call("aten::where"u8, "self"u8, isNumber, sign, x);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null; // constant almost everywhere
    }
}
