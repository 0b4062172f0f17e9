using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The conjunction of the bits, element by element.</summary>
    /// <param name="x">Any tensor of integers or bools.</param>
    /// <param name="y">A tensor that broadcasts with the first.</param>
    /// <example><code>var y = Ops.BitwiseAnd(new[] { 6, 5 }, 3);</code></example>
    public static Tensor BitwiseAnd(Tensor x, Tensor y) => new BitwiseAndOp().Apply(x, y);

    private sealed record BitwiseAndOp : BitwiseOp
    {
        protected override TensorHandle Compute(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::bitwise_and"u8, "Tensor"u8, x, y);
    }
}
