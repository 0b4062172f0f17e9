using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The integral along an axis by the trapezoidal rule.</summary>
    /// <param name="y">The values to integrate: any tensor of numbers; integers become floats.</param>
    /// <param name="x">Where the values are: a tensor like y, or of one axis; equally spaced where null.</param>
    /// <param name="dx">The space between the values where x is null.</param>
    /// <param name="axis">The axis to integrate along.</param>
    /// <example><code>var area = Ops.Trapezoid(new float[] { 1, 2, 3 }); // 4</code></example>
    public static Tensor Trapezoid(Tensor y, Tensor? x = null, double dx = 1, int axis = -1) => x is null
        ? new TrapezoidOp(dx, axis).Apply(y)
        : new TrapezoidOp(dx, axis).Apply(y, x);

    private sealed record TrapezoidOp(double Dx, int Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = Promotion.ToFloating(Promotion.Common(inputs));
            var y = Cast(inputs[0], dtype);
            var axis = y.Shape.Resolve(Axis, ClassName);
            var pairs = new PairsOp(axis).Apply(y);
            var steps = inputs.Length == 1 ? Dx : Steps(Cast(inputs[1], dtype), y, axis);
            return Sum(pairs * steps, axis) * 0.5;
        }

        private Tensor Steps(Tensor x, Tensor y, int axis)
        {
            if (x.Rank != 1)
            {
                return Diff(x, 1, x.Rank == 0 ? throw NoPlaces(x) : axis);
            }

            // Along the axis of y.
            var after = Enumerable.Range(1, y.Rank - 1 - axis).ToArray();
            return after.Length == 0 ? Diff(x) : ExpandDims(Diff(x), after);
        }

        private ShapeException NoPlaces(Tensor x) => new(ClassName, "x of one axis or more", $"x={x.Spec}");
    }

    /// <summary>The sums of neighbours along an axis.</summary>
    private sealed record PairsOp(int Axis) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) =>
            x.Shape[Axis] is { } size ? x with { Shape = x.Shape.With(Axis, Math.Max(size - 1, 0)) } : x;

        protected override TensorHandle Run(TensorHandle x)
        {
            using var wide = Kernels.Widen(x);
            var count = Math.Max(wide.Sizes[Axis] - 1, 0);
            using var first = Narrow(wide, 0, count);
            using var second = Narrow(wide, wide.Sizes[Axis] - count, count);
            return Kernels.Narrow(Aten.Add(first, second, 1), x.DType);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => new PairsTransposeOp(Axis).Apply(g);

        private TensorHandle Narrow(TensorHandle x, long start, long count) =>
            Aten.Call("aten::narrow"u8, default, x, (long)Axis, start, count);
    }

    /// <summary>The transpose of the sums of neighbours: <c>xᵢ = gᵢ₋₁ + gᵢ</c>, with zeros beyond the ends.</summary>
    private sealed record PairsTransposeOp(int Axis) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec g) =>
            g with { Shape = g.Shape.With(Axis, g.Shape[Axis] + 1) };

        protected override TensorHandle Run(TensorHandle g)
        {
            var sizes = g.Sizes.ToArray();
            sizes[Axis] = 1;
            using var zero = Kernels.Zeros(sizes, g.DType);
            using var before = Aten.Call("aten::cat"u8, default, new[] { zero, g }, (long)Axis);
            using var after = Aten.Call("aten::cat"u8, default, new[] { g, zero }, (long)Axis);
            return Aten.Add(before, after, 1);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => new PairsOp(Axis).Apply(g);
    }
}
