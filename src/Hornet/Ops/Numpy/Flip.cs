using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The elements along axes in reverse order.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">The axes; all where null.</param>
    /// <example><code>var y = Ops.Flip(x, axis: -1);</code></example>
    public static Tensor Flip(Tensor x, Axes? axis = null) => new FlipOp(axis).Apply(x);

    /// <summary>The rows from right to left: axis 1 in reverse order.</summary>
    /// <param name="x">A tensor of at least 2 axes.</param>
    /// <example><code>var y = Ops.Fliplr(x);</code></example>
    public static Tensor Fliplr(Tensor x) => new FliplrOp().Apply(x);

    /// <summary>The rows from the last to the first: axis 0 in reverse order.</summary>
    /// <param name="x">A tensor of at least 1 axis.</param>
    /// <example><code>var y = Ops.Flipud(x);</code></example>
    public static Tensor Flipud(Tensor x) => new FlipudOp().Apply(x);

    private sealed record FlipOp(Axes? Axis) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x)
        {
            _ = Axis?.Resolve(x.Shape, ClassName);
            return x;
        }

        protected override TensorHandle Run(TensorHandle x)
        {
            var axes = Axis?.Places ?? [.. Enumerable.Range(0, x.Sizes.Length).Select(axis => (long)axis)];
            using var bits = Bits.Movable(x);
            using var flipped = Aten.Call("aten::flip"u8, default, bits, axes);
            return Bits.View(flipped, x.DType);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Flip(g, Axis);
    }

    private sealed record FliplrOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Flip(inputs[0], 1);
    }

    private sealed record FlipudOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Flip(inputs[0], 0);
    }
}
