using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The quotient rounded down, element by element: Python's <c>//</c>.</summary>
    /// <param name="x1">Any tensor of real numbers; bools become int32.</param>
    /// <param name="x2">A tensor that broadcasts with the first. Integers divided by 0 give 0.</param>
    /// <example><code>var z = Ops.FloorDivide(new[] { -7, 7 }, 3); // -3, 2</code></example>
    public static Tensor FloorDivide(Tensor x1, Tensor x2) => new FloorDivideOp().Apply(x1, x2);

    private sealed record FloorDivideOp : ElementwiseOp
    {
        protected override Kinds Accepts => Kinds.Real;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => NotBool(Promotion.Common(inputs));

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => x.DType.IsInteger()
            ? IntegerMap.Run<FloorQuotient>(x, y)
            : Kernels.Call("aten::floor_divide"u8, default, x, y);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);
    }
}
