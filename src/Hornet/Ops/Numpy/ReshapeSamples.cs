using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// The same elements with each sample in another shape; how many samples there are may be unknown.
    /// </summary>
    internal static Tensor ReshapeSamples(Tensor x, TargetShape target) => new ReshapeSamplesOp(target).Apply(x);

    // Reshape can leave one axis open, which may be needed beside a batch axis of unknown size.
    private sealed record ReshapeSamplesOp(TargetShape Target) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x)
        {
            if (x.Shape.Rank == 0 || Target.Count(axis => axis is null) > 1)
            {
                throw new ShapeException(
                    "Reshape", "samples, and a target with at most one axis of -1", $"x={x}, target={Target}");
            }

            return x with { Shape = [x.Shape[0], .. Fill(x)] };
        }

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) => new SameElements();

        protected override TensorHandle Run(TensorHandle x)
        {
            var spec = new TensorSpec(Shape.FromSizes(x.Sizes), x.DType);
            return RowMajor.Reshape(x, [x.Sizes[0], .. Fill(spec).Select(axis => (long)axis!)]);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            ReshapeSamples(g, saved.InputSpec(0).Shape[1..]);

        // With all sizes known, what is left open is known too.
        private IEnumerable<int?> Fill(TensorSpec x)
        {
            var sample = x.Shape[1..];
            if (!sample.IsKnown)
            {
                return Target;
            }

            var known = Target.Aggregate(1L, (size, axis) => size * (axis ?? 1));
            var fits = Target.Contains(null) ? known > 0 && sample.Size % known == 0 : known == sample.Size;
            return fits
                ? Target.Select(axis => axis ?? (int?)(sample.Size / known))
                : throw new ShapeException(
                    "Reshape", $"a shape that the {sample.Size} elements of a sample fill", $"x={x}, target={Target}");
        }
    }
}
