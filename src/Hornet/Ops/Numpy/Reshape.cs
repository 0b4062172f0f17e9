using System.Runtime.CompilerServices;
using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

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

    /// <summary>The same elements in a shape that is computed: only the data say what it is.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="newshape">A vector of integers; one may be -1: it follows from the others.</param>
    /// <remarks>Of a symbolic <paramref name="newshape"/> all axes of the result are of unknown size.</remarks>
    /// <example><code>var z = Ops.Reshape(x, Ops.Cast(Ops.Stack([3, -1]), DType.Int32)); // (3, 2)</code></example>
    [OverloadResolutionPriority(-1)]
    public static Tensor Reshape(Tensor x, Tensor newshape)
    {
        ArgumentNullException.ThrowIfNull(newshape);
        return newshape is EagerTensor { Rank: 1 } && newshape.DType.IsInteger()
            ? Reshape(x, TargetShape.Create([.. Cast(newshape, DType.Int32).ToArray<int>()]))
            : new ReshapeToOp().Apply(x, newshape);
    }

    private sealed record ReshapeOp(TargetShape Newshape) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

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

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) => new SameElements();

        protected override TensorHandle Run(TensorHandle x) => RowMajor.Reshape(x, Newshape.Sizes);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Reshape(g, saved.InputSpec(0).Shape);

        private Shape Filled(Shape shape, long known)
        {
            int? rest = shape.IsKnown && known > 0 ? (int)(shape.Size / known) : null;
            return [.. Newshape.Select(axis => axis ?? rest)];
        }

        private static long Product(IEnumerable<int?> axes) => axes.Aggregate(1L, (size, axis) => size * (axis ?? 1));
    }

    /// <summary>A reshape whose target is data.</summary>
    private sealed record ReshapeToOp : BinaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec newshape) =>
            newshape.Shape is [{ } rank] && newshape.DType.IsInteger()
                ? x with { Shape = [.. Enumerable.Repeat<int?>(null, rank)] }
                : throw new ShapeException(
                    "Reshape", "a newshape that is a vector of integers, of known length", $"newshape={newshape}");

        protected override TensorHandle Run(TensorHandle x, TensorHandle newshape)
        {
            using var axes = RowMajor.Copy(newshape, DType.Int64);
            var sizes = axes.Elements<long>().ToArray();
            var known = sizes.Where(size => size != -1).Aggregate(1L, (product, size) => product * size);
            var size = Shape.FromSizes(x.Sizes).Size;
            var (open, isNegative) = (sizes.Count(axis => axis == -1), sizes.Any(axis => axis < -1));
            var fits = open == 0 ? known == size : open == 1 && known > 0 && size % known == 0;
            return fits && !isNegative ? RowMajor.Reshape(x, sizes) : throw new ShapeException(
                "Reshape", $"a shape that the {size} elements of x fill",
                $"x={Shape.FromSizes(x.Sizes)}, newshape=({string.Join(", ", sizes)})");
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (Reshape(g, saved.InputSpec(0).Shape), null);
    }
}
