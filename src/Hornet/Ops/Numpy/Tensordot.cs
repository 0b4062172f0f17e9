using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The sum of products over the last axes of one tensor and the first axes of another.</summary>
    /// <param name="x1">Any tensor of numbers or bools.</param>
    /// <param name="x2">Any tensor of numbers or bools.</param>
    /// <param name="axes">How many axes; with 0 the product of every element with every other.</param>
    /// <example><code>var z = Ops.Tensordot(x, Ops.Transpose(y), axes: 1); // (2, 2)</code></example>
    public static Tensor Tensordot(Tensor x1, Tensor x2, int axes = 2)
    {
        ArgumentNullException.ThrowIfNull(x1);
        ArgumentNullException.ThrowIfNull(x2);
        return axes >= 0 && axes <= x1.Rank && axes <= x2.Rank
            ? new TensordotOp([.. Enumerable.Range(-axes, axes)], [.. Enumerable.Range(0, axes)]).Apply(x1, x2)
            : throw new ShapeException(
                "Tensordot", "as many axes as both tensors have at least", $"x1={x1.Spec}, x2={x2.Spec}, axes={axes}");
    }

    /// <summary>The sum of products over axes of two tensors. The result has the other axes of both.</summary>
    /// <param name="x1">Any tensor of numbers or bools.</param>
    /// <param name="x2">Any tensor of numbers or bools.</param>
    /// <param name="axes">The axes of the first tensor, and those of the second that they meet.</param>
    /// <example><code>var z = Ops.Tensordot(x, y, axes: (1, 1)); // (2, 2)</code></example>
    public static Tensor Tensordot(Tensor x1, Tensor x2, (Axes First, Axes Second) axes)
    {
        ArgumentNullException.ThrowIfNull(axes.First);
        ArgumentNullException.ThrowIfNull(axes.Second);
        return new TensordotOp([.. axes.First], [.. axes.Second]).Apply(x1, x2);
    }

    private sealed record TensordotOp(ValueList<int> Axes1, ValueList<int> Axes2) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.Common(inputs);

        protected override TensorSpec Infer(TensorSpec x, TensorSpec y)
        {
            var (first, second) = (Places(Axes1, x.Shape), Places(Axes2, y.Shape));
            var meet = first.Length == second.Length
                && first.Zip(second).All(pair => Shape.Agree(x.Shape[pair.First], y.Shape[pair.Second]));
            if (!meet)
            {
                throw new ShapeException(
                    ClassName, "axes of equal sizes", $"x1={x}, x2={y}, axes=({Axes1}, {Axes2})");
            }

            var rows = Free(x.Shape, first).Select(axis => x.Shape[axis]);
            var columns = Free(y.Shape, second).Select(axis => y.Shape[axis]);
            return x with { Shape = [.. rows, .. columns] };
        }

        protected override TensorHandle Run(TensorHandle x, TensorHandle y)
        {
            long[] first = [.. Axes1.Select(axis => (long)axis)];
            long[] second = [.. Axes2.Select(axis => (long)axis)];
            if (Products.IsDirect(x.DType))
            {
                return Aten.Call("aten::tensordot"u8, default, x, y, first, second);
            }

            var operands = Products.Operands([x, y]);
            var product = Aten.Call("aten::tensordot"u8, default, operands[0], operands[1], first, second);
            return Products.Result(product, operands, x.DType);
        }

        // Over the axes that only the other one has, the cotangent meets it: the axes of this one are left.
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (x, y) = (saved.InputSpec(0).Shape, saved.InputSpec(1).Shape);
            var (first, second) = (Places(Axes1, x), Places(Axes2, y));
            var (freeX, freeY) = (Free(x, first), Free(y, second));
            int[] rows = [.. Enumerable.Range(0, freeX.Length)];
            int[] columns = [.. Enumerable.Range(freeX.Length, freeY.Length)];
            int[] xAxes = [.. freeX, .. Partners(second, first)];
            int[] yAxes = [.. Partners(first, second), .. freeY];
            var dx = saved.Wants(0) ? Tensordot(g, saved.Input(1), (columns, freeY)) : null;
            var dy = saved.Wants(1) ? Tensordot(saved.Input(0), g, (freeX, rows)) : null;
            return (dx is null ? null : InOrder(dx, xAxes), dy is null ? null : InOrder(dy, yAxes));
        }

        // Puts axes that stand for these of an input in the order of that input.
        private static Tensor InOrder(Tensor x, int[] axes) =>
            Transpose(x, Enumerable.Range(0, axes.Length).Select(axis => Array.IndexOf(axes, axis)).ToArray());

        // The partners of some axes, in the order in which these are left in a product.
        private static IEnumerable<int> Partners(int[] axes, int[] partners) =>
            axes.Zip(partners).OrderBy(pair => pair.First).Select(pair => pair.Second);

        private static int[] Free(Shape shape, int[] axes) => [.. Enumerable.Range(0, shape.Rank).Except(axes)];

        private int[] Places(ValueList<int> axes, Shape shape)
        {
            _ = Axes.Create(axes.Span).Resolve(shape, ClassName); // each once
            return [.. axes.Select(axis => shape.Resolve(axis, ClassName))];
        }
    }
}
