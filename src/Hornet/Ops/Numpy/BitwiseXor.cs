using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The exclusive disjunction of the bits, element by element.</summary>
    /// <param name="x1">Any tensor of integers or bools.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var y = Ops.BitwiseXor(new[] { 6, 5 }, 3);</code></example>
    public static Tensor BitwiseXor(Tensor x1, Tensor x2) => new BitwiseXorOp().Apply(x1, x2);

    private sealed record BitwiseXorOp : BitwiseOp
    {
        protected override TensorHandle Compute(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::bitwise_xor"u8, "Tensor"u8, x, y);
    }
}
