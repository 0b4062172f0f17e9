using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The disjunction of the bits, element by element.</summary>
    /// <param name="x1">Any tensor of integers or bools.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var y = Ops.BitwiseOr(new[] { 6, 5 }, 3);</code></example>
    public static Tensor BitwiseOr(Tensor x1, Tensor x2) => new BitwiseOrOp().Apply(x1, x2);

    private sealed record BitwiseOrOp : BitwiseOp
    {
        protected override TensorHandle Compute(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::bitwise_or"u8, "Tensor"u8, x, y);
    }
}
