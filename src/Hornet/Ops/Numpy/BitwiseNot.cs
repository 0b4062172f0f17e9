using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The complement of the bits of each element.</summary>
    /// <param name="x">Any tensor of integers or bools.</param>
    /// <example><code>var y = Ops.BitwiseNot(new[] { 6, 5 });</code></example>
    public static Tensor BitwiseNot(Tensor x) => new BitwiseNotOp().Apply(x);

    private sealed record BitwiseNotOp : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => x.DType.IsInteger() || x.DType == DType.Bool
            ? x
            : throw new ShapeException(ClassName, "a tensor of integers or bools", $"x={x}");

        protected override TensorHandle Run(TensorHandle x) => Aten.Call("aten::bitwise_not"u8, default, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }
}
