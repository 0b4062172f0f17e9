using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Adds axes of size 1 at places of the result. Copies nothing.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">Where the new axes are in the result; negative from its end.</param>
    /// <example><code>var column = Ops.ExpandDims(new float[] { 1, 2 }, axis: -1); // (2, 1)</code></example>
    public static Tensor ExpandDims(Tensor x, Axes axis) => new ExpandDimsOp(axis).Apply(x);

    private sealed record ExpandDimsOp(Axes Axis) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x) =>
            x with { Shape = Added(x.Shape).Aggregate(x.Shape, (shape, axis) => shape.Insert(axis, 1)) };

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) => new SameElements();

        protected override TensorHandle Run(TensorHandle x)
        {
            var expanded = x.NewReference();
            foreach (var axis in Added(Shape.FromSizes(x.Sizes)))
            {
                using var previous = expanded;
                expanded = Aten.Call("aten::unsqueeze"u8, default, previous, (long)axis);
            }

            return expanded;
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Squeeze(g, Axis);

        private int[] Added(Shape shape)
        {
            Shape result = [.. shape, .. new int?[Axis.Count]];
            return Axis.Resolve(result, ClassName);
        }
    }
}
