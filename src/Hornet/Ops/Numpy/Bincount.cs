using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>How often each whole number from 0 on occurs (int32), or the sums of their weights.</summary>
    /// <remarks>Only the data say how many there are: of a symbolic tensor it is an axis of unknown size.</remarks>
    /// <param name="x">Integers of 0 or more: a vector, or a matrix of which every row is counted by itself.</param>
    /// <param name="weights">What each occurrence counts; 1 where null.</param>
    /// <param name="minlength">How many numbers are counted at least.</param>
    /// <example><code>var counts = Ops.Bincount(new[] { 1, 3, 1 }); // 0, 2, 0, 1</code></example>
    public static Tensor Bincount(Tensor x, Tensor? weights = null, int minlength = 0) =>
        weights is null ? new BincountOp(minlength).Apply(x) : new BincountOp(minlength).Apply(x, weights);

    private sealed record BincountOp(int Minlength) : Primitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            Require(ClassName, Kinds.Whole, "x", x);
            if (x.Shape.Rank is not (1 or 2) || Minlength < 0)
            {
                throw new ShapeException(
                    ClassName,
                    "a tensor of 1 or 2 axes, and a minlength of 0 or more",
                    $"x={x}, minlength={Minlength}");
            }

            if (inputs.Length > 1 && !Shape.Agree(inputs[1].Shape, x.Shape))
            {
                throw new ShapeException(ClassName, "a weight for each element", $"x={x}, weights={inputs[1]}");
            }

            return [new TensorSpec([.. x.Shape[..^1], null], inputs.Length > 1 ? inputs[1].DType : DType.Int32)];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var numbers = RowMajor.Copy(inputs[0], DType.Int64);
            var rows = inputs[0].Sizes.Length == 2 ? inputs[0].Sizes[0] : 1;
            var length = Length(numbers.Elements<long>());
            ToPlaces(numbers.Elements<long>(), rows, length);
            var weights = inputs.Length > 1 ? inputs[1] : Constants.Scalar(1, DType.Int32).Handle;
            using var spread = RowMajor.Expand(weights, inputs[0].Sizes.ToArray());
            using var wide = spread.DType == DType.Bool ? Kernels.To(spread, DType.Int32) : Kernels.Widen(spread);
            using var values = RowMajor.Reshape(wide, -1);
            using var places = RowMajor.Reshape(numbers, -1);
            using var zeros = RowMajor.Zeros([rows * length], wide.DType);
            using var sums = Aten.Call("aten::scatter_add"u8, default, zeros, 0L, places, values);
            var shaped = RowMajor.Reshape(sums, [.. inputs[0].Sizes[..^1], length]);
            outputs[0] = Kernels.Narrow(shaped, weights.DType);
        }

        // A weight has the cotangent of the sum it went into.
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => saved.InputCount == 1
            ? [null]
            : [null, TakeAlongAxis(g[0]!, saved.Input(0), axis: -1)];

        private long Length(ReadOnlySpan<long> numbers)
        {
            var greatest = -1L;
            foreach (var number in numbers)
            {
                greatest = number >= 0 ? Math.Max(greatest, number) : throw new ShapeException(
                    ClassName, "integers of 0 or more", $"{number}");
            }

            return Math.Max(greatest + 1, Minlength);
        }

        private static void ToPlaces(Span<long> numbers, long rows, long length)
        {
            var columns = rows > 0 ? numbers.Length / rows : 0;
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] += i / columns * length;
            }
        }
    }
}
