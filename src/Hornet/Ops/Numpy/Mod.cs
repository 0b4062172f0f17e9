using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The remainder with the sign of the divisor, element by element: Python's <c>%</c>.</summary>
    /// <param name="x1">Any tensor of real numbers; bools become int32.</param>
    /// <param name="x2">A tensor that broadcasts with the first. Integers divided by 0 leave 0.</param>
    /// <example><code>var z = Ops.Mod(new[] { -7, 7 }, 3); // 2, 1</code></example>
    public static Tensor Mod(Tensor x1, Tensor x2) => new ModOp().Apply(x1, x2);

    private sealed record ModOp : ElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.Real;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => NotBool(Promotion.Common(inputs));

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => x.DType.IsInteger()
            ? IntegerMap.Run<FloorRemainder>(x, y)
            : Kernels.Call("aten::remainder"u8, "Tensor"u8, x, y);

        // d(x mod y) = dx − ⌊x/y⌋ dy
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (g, saved.Wants(1) ? -g * Floor(saved.Input(0) / saved.Input(1)) : null);
    }
}
