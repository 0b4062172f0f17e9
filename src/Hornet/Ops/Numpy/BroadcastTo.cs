using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Repeats a tensor along new axes and along axes of size 1. Copies nothing.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="shape">A shape that the tensor broadcasts to.</param>
    /// <example><code>var rows = Ops.BroadcastTo(new float[] { 1, 2 }, [3, 2]);</code></example>
    public static Tensor BroadcastTo(Tensor x, Shape shape) => new BroadcastToOp(shape).Apply(x);

    /// <summary>The reverse of broadcasting: sums a tensor down to a shape that broadcasts to its own.</summary>
    internal static Tensor SumTo(Tensor x, Shape shape) => x.Shape == shape ? x : new SumToOp(shape).Apply(x);

    private sealed record BroadcastToOp(Shape Shape) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x) => Shape.Agree(Shape.Broadcast(x.Shape, Shape), Shape)
            ? x with { Shape = Shape }
            : throw new ShapeException(ClassName, $"a tensor that broadcasts to {Shape}", $"x={x}");

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            new ElementLowering(Element.Copy);

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::expand"u8, default, x, Shape.Sizes, false);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => g; // the tape sums it down
    }

    private sealed record SumToOp(Shape Shape) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => Shape.Agree(Shape.Broadcast(Shape, x.Shape), x.Shape)
            ? x with { Shape = Shape }
            : throw new ShapeException(ClassName, $"a tensor that {Shape} broadcasts to", $"x={x}");

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            SumKernels.Of(inputs[0].DType, inputs[0].Shape.Sizes, Summed(inputs[0].Shape.Sizes)) is { } kernel
                ? new DenseLowering(kernel)
                : null;

        protected override TensorHandle Run(TensorHandle x) =>
            SumKernels.Run(x, Summed(x.Sizes), Shape.Sizes) is var sum && sum != default
                ? sum
                : Aten.Call("aten::sum_to_size"u8, default, x, Shape.Sizes);

        private int[] Summed(ReadOnlySpan<long> sizes)
        {
            var (axes, more) = (new List<int>(), sizes.Length - Shape.Rank);
            for (var axis = 0; axis < sizes.Length; axis++)
            {
                if (axis < more || Shape[axis - more] == 1)
                {
                    axes.Add(axis);
                }
            }

            return [.. axes];
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => BroadcastTo(g, saved.InputSpec(0).Shape);
    }
}
