using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Drops axes of size 1. Copies nothing.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">The axes to drop, of size 1 before any data is seen; all of size 1 where null.</param>
    /// <example><code>var flat = Ops.Squeeze(new float[,] { { 1, 2 } }, axis: 0); // (2,)</code></example>
    public static Tensor Squeeze(Tensor x, Axes? axis = null) => new SqueezeOp(axis).Apply(x);

    private sealed record SqueezeOp(Axes? Axis) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x)
        {
            var dropped = Dropped(x.Shape);
            return dropped.All(axis => x.Shape[axis] == 1)
                ? x with { Shape = [.. x.Shape.Where((_, axis) => Array.IndexOf(dropped, axis) < 0)] }
                : throw new ShapeException(ClassName, $"axis {Axis} known to be of size 1", $"x={x}");
        }

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) => new SameElements();

        protected override TensorHandle Run(TensorHandle x) => Aten.Call(
            "aten::squeeze"u8, "dims"u8, x, Array.ConvertAll(Dropped(Shape.FromSizes(x.Sizes)), axis => (long)axis));

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            Dropped(saved.InputSpec(0).Shape).Aggregate(g, (spread, axis) => ExpandDims(spread, axis));

        private int[] Dropped(Shape shape) => Axis?.Resolve(shape, ClassName)
            ?? [.. Enumerable.Range(0, shape.Rank).Where(axis => shape[axis] == 1)];
    }
}
