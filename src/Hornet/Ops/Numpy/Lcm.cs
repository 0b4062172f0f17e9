using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The least common multiple, element by element.</summary>
    /// <param name="x1">Any tensor of integers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Lcm(new[] { 4, 6 }, 10); // 20, 30</code></example>
    public static Tensor Lcm(Tensor x1, Tensor x2) => new LcmOp().Apply(x1, x2);

    private sealed record LcmOp : DivisorOp
    {
        protected override TensorHandle Compute(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::lcm"u8, default, x, y);
    }
}
