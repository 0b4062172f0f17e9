using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The greatest common divisor, element by element.</summary>
    /// <param name="x1">Any tensor of integers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Gcd(new[] { 12, 8 }, 18); // 6, 2</code></example>
    public static Tensor Gcd(Tensor x1, Tensor x2) => new GcdOp().Apply(x1, x2);

    private sealed record GcdOp : DivisorOp
    {
        protected override TensorHandle Compute(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::gcd"u8, default, x, y);
    }
}
