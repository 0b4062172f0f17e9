using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The same elements in another shape. Copies nothing where the memory's order allows.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="newshape">The new shape; one axis may be -1 or null: it follows from the others.</param>
    /// <example><code>var flat = Ops.Reshape(x, [-1]); // (6,)</code></example>
    public static Tensor Reshape(Tensor x, TargetShape newshape)
    {
        ArgumentNullException.ThrowIfNull(newshape);
        return new ReshapeOp(newshape).Apply(x);
    }

    private sealed record ReshapeOp(TargetShape Newshape) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x)
        {
            if (Newshape.Count(axis => axis is null) > 1)
            {
                throw new ShapeException(ClassName, "at most one axis of -1", $"newshape={Newshape}");
            }

            var (known, open) = (Product(Newshape), Newshape.Contains(null));
            var fits = !x.Shape.IsKnown || (open ? known > 0 && x.Shape.Size % known == 0 : known == x.Shape.Size);
            return fits ? x with { Shape = Filled(x.Shape, known) } : throw new ShapeException(
                ClassName, $"a shape that the {x.Shape.Size} elements of x fill", $"x={x}, newshape={Newshape}");
        }

        protected override TensorHandle Run(TensorHandle x) => RowMajor.Reshape(x, Newshape.Sizes);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Reshape(g, saved.InputSpec(0).Shape);

        private Shape Filled(Shape shape, long known)
        {
            int? rest = shape.IsKnown && known > 0 ? (int)(shape.Size / known) : null;
            return [.. Newshape.Select(axis => axis ?? rest)];
        }

        private static long Product(IEnumerable<int?> axes) => axes.Aggregate(1L, (size, axis) => size * (axis ?? 1));
    }
}
