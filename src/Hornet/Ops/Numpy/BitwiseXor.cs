using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The exclusive disjunction of the bits, element by element.</summary>
    /// <param name="x">Any tensor of integers or bools.</param>
    /// <param name="y">A tensor that broadcasts with the first.</param>
    /// <example><code>var y = Ops.BitwiseXor(new[] { 6, 5 }, 3);</code></example>
    public static Tensor BitwiseXor(Tensor x, Tensor y) => new BitwiseXorOp().Apply(x, y);

    private sealed record BitwiseXorOp : BitwiseOp
    {
        protected override TensorHandle Compute(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::bitwise_xor"u8, "Tensor"u8, x, y);
    }
}
