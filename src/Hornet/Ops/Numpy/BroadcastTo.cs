using Hornet.Autodiff;
using Hornet.Native;

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
        protected override TensorSpec Infer(TensorSpec x) => Shape.Agree(Shape.Broadcast(x.Shape, Shape), Shape)
            ? x with { Shape = Shape }
            : throw new ShapeException(ClassName, $"a tensor that broadcasts to {Shape}", $"x={x}");

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::expand"u8, default, x, Shape.Sizes, false);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => g; // the tape sums it down
    }

    private sealed record SumToOp(Shape Shape) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => Shape.Agree(Shape.Broadcast(Shape, x.Shape), x.Shape)
            ? x with { Shape = Shape }
            : throw new ShapeException(ClassName, $"a tensor that {Shape} broadcasts to", $"x={x}");

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::sum_to_size"u8, default, x, Shape.Sizes);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => BroadcastTo(g, saved.InputSpec(0).Shape);
    }
}
