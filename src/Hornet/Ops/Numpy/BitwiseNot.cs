using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The complement of the bits of each element.</summary>
    /// <param name="x">Any tensor of integers or bools.</param>
    /// <example><code>var z = Ops.BitwiseNot(new[] { 6, 5 }); // -7, -6</code></example>
    public static Tensor BitwiseNot(Tensor x) => new BitwiseNotOp().Apply(x);

    /// <inheritdoc cref="BitwiseNot"/>
    /// <example><code>var z = Ops.BitwiseInvert(new[] { 6, 5 }); // -7, -6</code></example>
    public static Tensor BitwiseInvert(Tensor x) => new BitwiseInvertOp().Apply(x);

    private abstract record ComplementOp : MapOp
    {
        // As in Keras a graph of floats can be built, and is refused when it runs.
        protected sealed override TensorHandle Run(TensorHandle x) => Kinds.Whole.Has(x.DType)
            ? Kernels.Call("aten::bitwise_not"u8, x)
            : throw new ShapeException(ClassName, "a tensor of integers or bools", $"x={x}");

        protected sealed override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }

    private sealed record BitwiseNotOp : ComplementOp;

    private sealed record BitwiseInvertOp : ComplementOp;
}
