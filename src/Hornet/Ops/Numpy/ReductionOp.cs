using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    private static readonly long[][] s_allAxes = [[], [0], [0, 1], [0, 1, 2], [0, 1, 2, 3], [0, 1, 2, 3, 4]];

    /// <summary>From the elements along axes, or along all, to one. No axes at all reduce nothing.</summary>
    private abstract record ReductionOp(Axes? Axis, bool Keepdims) : UnaryPrimitive
    {
        /// <summary>The kinds of elements that the op takes.</summary>
        protected virtual Kinds Accepts => Kinds.Any;

        /// <summary>Whether the op has a result where there are no elements: a sum has, a maximum has not.</summary>
        protected virtual bool IsDefinedOfNothing => true;

        protected override TensorSpec Infer(TensorSpec x)
        {
            Require(ClassName, Accepts, "x", x);
            var reduced = Reduced(x.Shape, Axis, ClassName);
            if (!IsDefinedOfNothing && Array.Exists(reduced, axis => x.Shape[axis] == 0))
            {
                throw new ShapeException(ClassName, "at least one element to reduce", $"x={x}");
            }

            return new TensorSpec(Reduce(x.Shape, reduced, Keepdims), ResultType(x.DType));
        }

        /// <summary>The dtype of the result, of that of the operand.</summary>
        protected virtual DType ResultType(DType operand) => operand;

        protected override TensorHandle Run(TensorHandle x)
        {
            var result = ResultType(x.DType);
            using var wide = Kernels.Widen(x);
            if (Axis is { Count: 0 })
            {
                using var single = Aten.Call("aten::unsqueeze"u8, default, wide, -1L);
                return Kernels.Narrow(Run(single, [-1], keepdims: false), result);
            }

            return Kernels.Narrow(Run(wide, Axis?.Places ?? AllAxes(x.Sizes.Length), Keepdims), result);
        }

        /// <summary>The kernel, of a tensor whose dtype libtorch computes with. Its result is cast then.</summary>
        protected abstract TensorHandle Run(TensorHandle x, long[] axes, bool keepdims);

        /// <summary>What belongs to each element of the input: the value of the result it went into.</summary>
        protected Tensor Spread(Tensor value, Shape input) => BroadcastTo(Kept(value, input), input);

        /// <summary>The value of the result with the reduced axes in their places, of size 1.</summary>
        protected Tensor Kept(Tensor value, Shape input) => Axis is { Count: > 0 } axes && !Keepdims
            ? ExpandDims(value, Axes.Create(axes.Resolve(input, ClassName)))
            : value;

        /// <summary>How many elements went into each of the result.</summary>
        protected static double Count(Residuals saved) =>
            saved.InputSpec(0).Shape.Size / (double)saved.OutputSpec(0).Shape.Size;

        /// <summary>How a compiled program sums.</summary>
        protected DenseLowering? LoweredSum(TensorSpec x, bool isMean = false) =>
            SumKernels.Of(x.DType, x.Shape.Sizes, Reduced(x.Shape, Axis, ClassName), isMean) is { } kernel
                ? new DenseLowering(kernel)
                : null;

        /// <summary>Sums along axes as a compiled program does, where that has a kernel.</summary>
        protected static bool TrySum(
            TensorHandle x, long[] axes, bool keepdims, out TensorHandle sum, bool isMean = false)
        {
            var shape = Shape.FromSizes(x.Sizes);
            var reduced = Array.ConvertAll(axes, axis => (int)(axis < 0 ? axis + shape.Rank : axis));
            sum = SumKernels.Run(x, reduced, Reduce(shape, reduced, keepdims).Sizes, isMean);
            return sum != default;
        }

        private static long[] AllAxes(int rank) => rank < s_allAxes.Length
            ? s_allAxes[rank]
            : Array.ConvertAll([.. Enumerable.Range(0, rank)], axis => (long)axis);
    }

    /// <summary>The places of the axes to reduce: of all where none are given.</summary>
    private static int[] Reduced(Shape shape, Axes? axis, string operation) =>
        axis?.Resolve(shape, operation) ?? [.. Enumerable.Range(0, shape.Rank)];

    private static Shape Reduce(Shape shape, int[] reduced, bool keepdims) => keepdims
        ? [.. shape.Select((size, axis) => Array.IndexOf(reduced, axis) >= 0 ? 1 : size)]
        : [.. shape.Where((_, axis) => Array.IndexOf(reduced, axis) < 0)];

    /// <summary>As in JAX: what is smaller than 32 bits adds up, or multiplies, in 32.</summary>
    private static DType Accumulated(DType operand) => operand switch
    {
        DType.Bool or DType.Int8 or DType.Int16 => DType.Int32,
        DType.UInt8 or DType.UInt16 => DType.UInt32,
        _ => operand,
    };
}
