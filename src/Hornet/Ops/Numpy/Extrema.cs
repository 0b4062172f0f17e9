using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The greatest element over axes, or over all; not a number where any is not.</summary>
    /// <param name="x">Any tensor of numbers; complex ones are ordered by their real parts first.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <param name="initial">The least that the result may be.</param>
    /// <example><code>var greatest = Ops.Max(x, axis: -1);</code></example>
    public static Tensor Max(Tensor x, Axes? axis = null, bool keepdims = false, double? initial = null) =>
        new MaxOp(axis, keepdims, initial).Apply(x);

    /// <summary>The smallest element over axes, or over all; not a number where any is not.</summary>
    /// <param name="x">Any tensor of numbers; complex ones are ordered by their real parts first.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <param name="initial">The most that the result may be.</param>
    /// <example><code>var smallest = Ops.Min(x, axis: -1);</code></example>
    public static Tensor Min(Tensor x, Axes? axis = null, bool keepdims = false, double? initial = null) =>
        new MinOp(axis, keepdims, initial).Apply(x);

    /// <summary>The greatest element over axes, or over all: <see cref="Max"/> as NumPy's <c>amax</c>.</summary>
    /// <param name="x">Any tensor of numbers; complex ones are ordered by their real parts first.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var greatest = Ops.Amax(x, axis: -1);</code></example>
    public static Tensor Amax(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new AmaxOp(axis, keepdims).Apply(x);

    /// <summary>The smallest element over axes, or over all: <see cref="Min"/> as NumPy's <c>amin</c>.</summary>
    /// <param name="x">Any tensor of numbers; complex ones are ordered by their real parts first.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var smallest = Ops.Amin(x, axis: -1);</code></example>
    public static Tensor Amin(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new AminOp(axis, keepdims).Apply(x);

    private abstract record ExtremumOp(Axes? Axis, bool Keepdims) : ReductionOp(Axis, Keepdims)
    {
        protected internal override bool TakesViews => true;

        protected internal sealed override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override bool IsDefinedOfNothing => false;

        // g goes to the extremum, in equal parts to equal ones; to none where the initial value won
        protected sealed override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var x = saved.Input(0);
            var chosen = Cast(Equal(x, Kept(saved.Output, x.Shape)), x.DType);
            var count = Maximum(Sum(chosen, Axis, keepdims: true), 1);
            return Kept(g, x.Shape) / count * chosen;
        }

        /// <summary>The initial value alone, where there is nothing to reduce; null where there is.</summary>
        protected static TensorHandle? OfNothing(TensorHandle x, long[] axes, bool keepdims, double? initial)
        {
            if (initial is not { } value || x.Count > 0)
            {
                return null;
            }

            // A sum of nothing has the shape of the result.
            using var zeros = Aten.Call(
                "aten::sum"u8, "dim_IntList"u8, x, Argument.Some(axes), keepdims, Argument.Some(x.DType));
            using var constant = Kernels.Scalar(value, x.DType);
            return Aten.Call("aten::expand"u8, default, constant, zeros.Sizes.ToArray(), false);
        }
    }

    private abstract record GreatestOp(Axes? Axis, bool Keepdims) : ExtremumOp(Axis, Keepdims)
    {
        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims) => x.DType.IsComplex()
            ? ComplexOrder.Extremum(x, axes, keepdims, latest: true)
            : Aten.Call("aten::amax"u8, default, x, axes, keepdims);
    }

    private abstract record SmallestOp(Axes? Axis, bool Keepdims) : ExtremumOp(Axis, Keepdims)
    {
        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims) => x.DType.IsComplex()
            ? ComplexOrder.Extremum(x, axes, keepdims, latest: false)
            : Aten.Call("aten::amin"u8, default, x, axes, keepdims);
    }

    private sealed record AmaxOp(Axes? Axis, bool Keepdims) : GreatestOp(Axis, Keepdims);

    private sealed record AminOp(Axes? Axis, bool Keepdims) : SmallestOp(Axis, Keepdims);

    private sealed record MaxOp(Axes? Axis, bool Keepdims, double? Initial) : GreatestOp(Axis, Keepdims)
    {
        protected override bool IsDefinedOfNothing => Initial is not null;

        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims)
        {
            if (OfNothing(x, axes, keepdims, Initial) is { } initial)
            {
                return initial;
            }

            var max = base.Run(x, axes, keepdims);
            if (Initial is not { } least)
            {
                return max;
            }

            using (max)
            using (var limit = Kernels.Scalar(least, x.DType))
            {
                return x.DType.IsComplex()
                    ? ComplexOrder.Pick(max, limit, latest: true)
                    : Aten.Call("aten::maximum"u8, default, max, limit);
            }
        }
    }

    private sealed record MinOp(Axes? Axis, bool Keepdims, double? Initial) : SmallestOp(Axis, Keepdims)
    {
        protected override bool IsDefinedOfNothing => Initial is not null;

        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims)
        {
            if (OfNothing(x, axes, keepdims, Initial) is { } initial)
            {
                return initial;
            }

            var min = base.Run(x, axes, keepdims);
            if (Initial is not { } most)
            {
                return min;
            }

            using (min)
            using (var limit = Kernels.Scalar(most, x.DType))
            {
                return x.DType.IsComplex()
                    ? ComplexOrder.Pick(min, limit, latest: false)
                    : Aten.Call("aten::minimum"u8, default, min, limit);
            }
        }
    }
}
