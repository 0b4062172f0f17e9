using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>A constant around a tensor.</summary>
    private sealed record PadConstantOp(ValueList<(int Before, int After)> Widths) : BinaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => inputs[0].DType;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec value) => value.Shape.Rank == 0
            ? x with { Shape = Padded(x.Shape, Widths) }
            : throw new ShapeException("Pad", "one number as the constant", $"constantValues={value}");

        protected override TensorHandle Run(TensorHandle x, TensorHandle value)
        {
            var sizes = Padded(Shape.FromSizes(x.Sizes), Widths).Sizes;
            var padded = RowMajor.Filled(sizes, x.DType, value);
            using var inner = Crop(padded, x.Sizes, Widths);
            RowMajor.Write(inner, x);
            return padded;
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var inner = new CropOp(Widths).Apply(g);
            return (inner, saved.Wants(1) ? Sum(g) - Sum(inner) : null);
        }
    }

    /// <summary>A tensor without some places around it.</summary>
    private sealed record CropOp(ValueList<(int Before, int After)> Widths) : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected override TensorSpec Infer(TensorSpec x) => x with { Shape = Inner(x.Shape) };

        protected override TensorHandle Run(TensorHandle x) => Crop(x, Inner(Shape.FromSizes(x.Sizes)).Sizes, Widths);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => new PadConstantOp(Widths).Apply(g, 0);

        private Shape Inner(Shape shape) => [.. shape.Zip(Widths, (size, width) => size - width.Before - width.After)];
    }

    private static TensorHandle Crop(
        TensorHandle x, ReadOnlySpan<long> sizes, ValueList<(int Before, int After)> widths)
    {
        var inner = x.NewReference();
        for (var axis = 0; axis < widths.Count; axis++)
        {
            if (widths[axis] != default)
            {
                using var outer = inner;
                inner = RowMajor.Narrow(outer, axis, widths[axis].Before, sizes[axis]);
            }
        }

        return inner;
    }
}
