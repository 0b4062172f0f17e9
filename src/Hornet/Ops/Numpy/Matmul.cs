using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The matrix product over the last two axes; the axes before them broadcast.</summary>
    /// <param name="x1">A tensor of at least 1 axis; a vector is a row here.</param>
    /// <param name="x2">A tensor of at least 1 axis; a vector is a column here.</param>
    /// <example><code>var product = Ops.Matmul(x, Ops.Transpose(y)); // (2, 2)</code></example>
    public static Tensor Matmul(Tensor x1, Tensor x2) => new MatmulOp().Apply(x1, x2);

    private sealed record MatmulOp : BinaryPrimitive
    {
        protected internal override bool TakesViews => true; // of matrices, which may lie turned; it copies others

        protected internal override Saves Saves => Saves.Inputs;

        // As Keras has it, products of int8 add up in int32.
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            inputs[0].DType == DType.Int8 && inputs[1].DType == DType.Int8 ? DType.Int32 : Promotion.Common(inputs);

        protected override TensorSpec Infer(TensorSpec x, TensorSpec y) =>
            Product(x.Shape, y.Shape) is { } shape ? x with { Shape = shape } : throw new ShapeException(
                ClassName,
                "tensors of at least 1 axis whose inner axes (the last of x1, the last but one of x2) are equal and " +
                "whose outer axes broadcast",
                $"x1={x}, x2={y}");

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            inputs[0] is { DType: DType.Float32, Shape.Rank: >= 2 } x && inputs[1].Shape is { Rank: 2 } y
                && x.Shape.Size <= int.MaxValue
                ? new DenseLowering(new GemmKernel(
                    false, false, (int)x.Shape[..^1].Size, (int)y[1]!, (int)y[0]!))
                : null;

        protected internal override Primitive? Absorb(
            int input, Primitive producer, ReadOnlySpan<TensorSpec> inputs) =>
            inputs[0] is { DType: DType.Float32, Shape.Rank: >= 2 } && inputs[1].Shape.Rank == 2
                ? new GemmOp(false, false).Absorb(input, producer, inputs)
                : null;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y)
        {
            if (x.DType == DType.Float32 && x.Rank >= 2 && y.Rank == 2 && y.Sizes[0] > 0 && x.Count <= int.MaxValue)
            {
                return RowsTimesMatrix(x, y);
            }

            using var left = x.Contiguous();
            using var right = y.Contiguous();
            if (Products.IsDirect(x.DType))
            {
                return Aten.Call("aten::matmul"u8, default, left, right);
            }

            var operands = Products.Operands([left, right]);
            return Products.Result(Aten.Call("aten::matmul"u8, default, operands[0], operands[1]), operands, x.DType);
        }

        // By the kernel of programs, and as there turned matrices stay so: of them BLAS adds up in another order.
        private static TensorHandle RowsTimesMatrix(TensorHandle x, TensorHandle y)
        {
            var (k, n) = (y.Sizes[0], y.Sizes[1]);
            var (turnX, turnY) = (IsTurned(x), IsTurned(y));
            using var rows = Dense(x, turnX);
            using var matrix = Dense(y, turnY);
            var result = TensorHandle.Empty(DType.Float32, [.. x.Sizes[..^1], n]);
            new GemmKernel(turnX, turnY, (int)(x.Count / k), (int)n, (int)k).Run(
                [rows.Address, matrix.Address], [result.Address]);
            return result;
        }

        private static bool IsTurned(TensorHandle x) => x.Rank == 2 && !x.IsContiguous && x.Strides[0] == 1;

        private static TensorHandle Dense(TensorHandle x, bool isTurned)
        {
            if (!isTurned)
            {
                return x.Contiguous();
            }

            using var turned = Aten.Permute(x, [1, 0]);
            return turned.Contiguous();
        }

        // d(XY): dX = G Yᵀ, dY = Xᵀ G
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (x, y) = (saved.Input(0), saved.Input(1));
            var (isRow, isColumn) = (x.Rank == 1, y.Rank == 1);
            var rows = isRow ? ExpandDims(x, 0) : x;
            var columns = isColumn ? ExpandDims(y, -1) : y;
            g = isColumn ? ExpandDims(g, -1) : g;
            g = isRow ? ExpandDims(g, -2) : g;
            var dx = saved.Wants(0) ? Matmul(g, Swapaxes(columns, -1, -2)) : null;
            var dy = saved.Wants(1) ? Contract(rows, g, columns.Rank) : null;
            return (isRow && dx is not null ? Squeeze(dx, -2) : dx, isColumn && dy is not null ? Squeeze(dy, -1) : dy);
        }

        // Of a weight matrix that a whole batch shares, the sum over the batch is one large product.
        private static Tensor Contract(Tensor x, Tensor g, int rank) => rank == 2 && x.Rank > 2
            ? Matmul(Transpose(Reshape(x, [-1, x.Shape[^1]])), Reshape(g, [-1, g.Shape[^1]]))
            : Matmul(Swapaxes(x, -1, -2), g);

        private static Shape? Product(Shape x, Shape y)
        {
            if (x.Rank == 0 || y.Rank == 0)
            {
                return null;
            }

            var inner = y.Rank == 1 ? y[0] : y[^2];
            Shape rows = x.Rank == 1 ? [] : [x[^2]];
            Shape columns = y.Rank == 1 ? [] : [y[^1]];
            return Shape.Agree(x[^1], inner) && Shape.Broadcast(Outer(x), Outer(y)) is { } outer
                ? [.. outer, .. rows, .. columns]
                : null;
        }

        private static Shape Outer(Shape shape) => shape.Rank > 2 ? shape[..^2] : Shape.Scalar;
    }

    /// <summary>The product of rows, or a matrix, and a matrix that may lie transposed: a program makes it.</summary>
    private sealed record GemmOp(bool TransposeX, bool TransposeY) : ProgramOp
    {
        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, y) = (inputs[0].Shape, inputs[1].Shape);
            Shape rows = TransposeX ? [x[1]] : x[..^1];
            return [inputs[0] with { Shape = [.. rows, y[TransposeY ? 0 : 1]] }];
        }

        protected internal override Primitive? Absorb(
            int input, Primitive producer, ReadOnlySpan<TensorSpec> inputs) =>
            producer is TransposeOp { IsSwap: true } && inputs[input].Shape.Rank == 2
                ? input == 0 ? this with { TransposeX = !TransposeX } : this with { TransposeY = !TransposeY }
                : null;

        protected override DenseKernel Kernel(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, y) = (inputs[0].Shape, inputs[1].Shape);
            var (rows, k) = TransposeX ? (x[1..], x[0]) : (x[..^1], x[^1]);
            return new GemmKernel(TransposeX, TransposeY, (int)rows.Size, y[TransposeY ? 0 : 1]!.Value, k!.Value);
        }
    }
}
