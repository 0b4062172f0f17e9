using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The place of the greatest element along an axis, of the first one of equals, as int32.</summary>
    /// <param name="x">Any tensor of numbers; what is not a number counts as the greatest.</param>
    /// <param name="axis">The axis to look along; where null the place in the flat tensor.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var places = Ops.Argmax(x, axis: -1);</code></example>
    public static Tensor Argmax(Tensor x, int? axis = null, bool keepdims = false) =>
        new ArgmaxOp(axis, keepdims).Apply(x);

    /// <summary>The place of the smallest element along an axis, of the first one of equals, as int32.</summary>
    /// <param name="x">Any tensor of numbers; what is not a number counts as the smallest.</param>
    /// <param name="axis">The axis to look along; where null the place in the flat tensor.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var places = Ops.Argmin(x, axis: -1);</code></example>
    public static Tensor Argmin(Tensor x, int? axis = null, bool keepdims = false) =>
        new ArgminOp(axis, keepdims).Apply(x);

    /// <summary>Where an extremum is.</summary>
    private abstract record PlaceOp(int? Axis, bool Keepdims) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x)
        {
            Require(ClassName, Kinds.Any, "x", x);
            if (Axis is not { } given)
            {
                return x.Shape.Any(size => size == 0) ? throw NoElement(x)
                    : new TensorSpec(Keepdims ? [.. x.Shape.Select(_ => (int?)1)] : Shape.Scalar, DType.Int32);
            }

            var axis = x.Shape.Resolve(given, ClassName);
            return x.Shape[axis] == 0 ? throw NoElement(x)
                : new TensorSpec(Keepdims ? x.Shape.With(axis, 1) : x.Shape.Without(axis), DType.Int32);
        }

        protected sealed override Tensor? Vjp(Tensor g, Residuals saved) => null;

        protected TensorHandle Find(bool greatest, TensorHandle x)
        {
            if (x.DType.IsComplex())
            {
                return OfComplex(x, greatest);
            }

            using var wide = x.DType == DType.Bool ? Kernels.To(x, DType.UInt8) : Kernels.Widen(x);
            var axis = Axis is { } given ? Argument.Some((long)given) : Argument.None;
            var places = greatest
                ? Aten.Call("aten::argmax"u8, default, wide, axis, Keepdims)
                : Aten.Call("aten::argmin"u8, default, wide, axis, Keepdims);
            return Kernels.Narrow(places, DType.Int32);
        }

        private TensorHandle OfComplex(TensorHandle x, bool greatest)
        {
            var shape = Shape.FromSizes(x.Sizes);
            int[] reduced = Axis is { } axis ? [shape.Resolve(axis, ClassName)] : [.. Enumerable.Range(0, shape.Rank)];
            using var rows = new Rows(x.Sizes, reduced).Of(x);
            using var places = ComplexOrder.Places(rows, greatest);
            var sizes = Reduce(shape, reduced, Keepdims).Sizes;
            return Kernels.Narrow(Aten.Call("aten::reshape"u8, default, places, sizes), DType.Int32);
        }

        private ShapeException NoElement(TensorSpec x) => new(ClassName, "at least one element to look at", $"x={x}");
    }

    private sealed record ArgmaxOp(int? Axis, bool Keepdims) : PlaceOp(Axis, Keepdims)
    {
        protected override TensorHandle Run(TensorHandle x) => Find(greatest: true, x);
    }

    private sealed record ArgminOp(int? Axis, bool Keepdims) : PlaceOp(Axis, Keepdims)
    {
        protected override TensorHandle Run(TensorHandle x) => Find(greatest: false, x);
    }
}
