using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The axes in another order. Copies nothing.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axes">For each axis of the result, which of the tensor; the reverse order where null.</param>
    /// <example><code>var y = Ops.Transpose(x, axes: [1, 0]); // (3, 2)</code></example>
    public static Tensor Transpose(Tensor x, Axes? axes = null) => new TransposeOp(axes).Apply(x);

    private sealed record TransposeOp(Axes? Axes) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        /// <summary>Whether it swaps the axes of a matrix.</summary>
        public bool IsSwap => Axes is null or [1 or -1, 0 or -2];

        protected override TensorSpec Infer(TensorSpec x) =>
            x with { Shape = [.. Order(x.Shape).Select(axis => x.Shape[axis])] };

        protected override TensorHandle Run(TensorHandle x)
        {
            var order = Order(Shape.FromSizes(x.Sizes));
            return Aten.Call("aten::permute"u8, default, x, Array.ConvertAll(order, axis => (long)axis));
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var order = Order(saved.InputSpec(0).Shape);
            int[] back = [.. Enumerable.Range(0, order.Length).OrderBy(axis => order[axis])];
            return Transpose(g, back);
        }

        private int[] Order(Shape shape)
        {
            if (Axes is null)
            {
                return [.. Enumerable.Range(0, shape.Rank).Reverse()];
            }

            int[] order = [.. Axes.Select(axis => shape.Resolve(axis, ClassName))];
            return order.Length == shape.Rank && order.Distinct().Count() == order.Length ? order
                : throw new ShapeException(ClassName, "each axis of x once", $"axes={Axes}, x of shape {shape}");
        }
    }
}
