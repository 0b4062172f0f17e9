using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The greatest number over axes, or over all; not a number where none is.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanmax(new[] { float.NaN, 1, 2 }); // 2</code></example>
    public static Tensor Nanmax(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new NanmaxOp(axis, keepdims).Apply(x);

    /// <summary>The smallest number over axes, or over all; not a number where none is.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanmin(new[] { float.NaN, 1, 2 }); // 1</code></example>
    public static Tensor Nanmin(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new NanminOp(axis, keepdims).Apply(x);

    /// <summary>The place of the greatest number along an axis, as int32; −1 where nothing is a number.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axis">The axis to look along; where null the place in the flat tensor.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanargmax(new[] { float.NaN, 1, 2 }); // 2</code></example>
    public static Tensor Nanargmax(Tensor x, int? axis = null, bool keepdims = false) =>
        new NanargmaxOp(axis, keepdims).Apply(x);

    /// <summary>The place of the smallest number along an axis, as int32; −1 where nothing is a number.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axis">The axis to look along; where null the place in the flat tensor.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanargmin(new[] { float.NaN, 1, 2 }); // 1</code></example>
    public static Tensor Nanargmin(Tensor x, int? axis = null, bool keepdims = false) =>
        new NanargminOp(axis, keepdims).Apply(x);

    /// <summary>Another number where an element is not one; infinities stay.</summary>
    private static TensorHandle InsteadOfNan(TensorHandle x, double stand)
    {
        using var isNumber = Aten.Call("aten::eq"u8, "Tensor"u8, x, x);
        using var number = Kernels.Scalar(stand, x.DType);
        return Aten.Call("aten::where"u8, "self"u8, isNumber, x, number);
    }

    /// <summary>What was found where something is a number, and what stands for nothing elsewhere.</summary>
    private static TensorHandle OrNothing(
        TensorHandle found, TensorHandle x, long[] axes, bool keepdims, double nothing)
    {
        using (found)
        using (var isNumber = Aten.Call("aten::eq"u8, "Tensor"u8, x, x))
        using (var any = Aten.Call("aten::any"u8, "dims"u8, isNumber, Argument.Some(axes), keepdims))
        {
            using var missing = Kernels.Scalar(nothing, found.DType);
            return Aten.Call("aten::where"u8, "self"u8, any, found, missing);
        }
    }

    private sealed record NanmaxOp(Axes? Axis, bool Keepdims) : GreatestOp(Axis, Keepdims)
    {
        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims)
        {
            if (Kinds.Whole.Has(x.DType))
            {
                return base.Run(x, axes, keepdims);
            }

            using var numbers = InsteadOfNan(x, double.NegativeInfinity);
            return OrNothing(base.Run(numbers, axes, keepdims), x, axes, keepdims, double.NaN);
        }
    }

    private sealed record NanminOp(Axes? Axis, bool Keepdims) : SmallestOp(Axis, Keepdims)
    {
        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims)
        {
            if (Kinds.Whole.Has(x.DType))
            {
                return base.Run(x, axes, keepdims);
            }

            using var numbers = InsteadOfNan(x, double.PositiveInfinity);
            return OrNothing(base.Run(numbers, axes, keepdims), x, axes, keepdims, double.NaN);
        }
    }

    private abstract record NanPlaceOp(int? Axis, bool Keepdims) : PlaceOp(Axis, Keepdims)
    {
        protected TensorHandle FindNumber(bool greatest, TensorHandle x)
        {
            if (Kinds.Whole.Has(x.DType))
            {
                return Find(greatest, x);
            }

            using var wide = Kernels.Widen(x);
            using var numbers = InsteadOfNan(wide, greatest ? double.NegativeInfinity : double.PositiveInfinity);
            return OrNothing(Find(greatest, numbers), wide, Places(wide), Keepdims, -1);
        }

        private long[] Places(TensorHandle x) =>
            Axis is { } axis ? [axis] : [.. Enumerable.Range(0, x.Sizes.Length).Select(place => (long)place)];
    }

    private sealed record NanargmaxOp(int? Axis, bool Keepdims) : NanPlaceOp(Axis, Keepdims)
    {
        protected override TensorHandle Run(TensorHandle x) => FindNumber(greatest: true, x);
    }

    private sealed record NanargminOp(int? Axis, bool Keepdims) : NanPlaceOp(Axis, Keepdims)
    {
        protected override TensorHandle Run(TensorHandle x) => FindNumber(greatest: false, x);
    }
}
