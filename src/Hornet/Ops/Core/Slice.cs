using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>A part of a tensor that begins where another tensor says. Copies nothing.</summary>
    /// <param name="inputs">Any tensor.</param>
    /// <param name="startIndices">
    /// For each axis where the part begins, negative from the end; a part that would reach over the end is moved back.
    /// </param>
    /// <param name="shape">The shape of the part; -1 for all that is left of an axis.</param>
    /// <example><code>var part = Ops.Slice(x, Ops.Argmax(x, axis: 1), [1, 2]);</code></example>
    public static Tensor Slice(Tensor inputs, Tensor startIndices, TargetShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new SliceOp(shape).Apply(inputs, startIndices);
    }

    /// <summary>A part of a tensor. Copies nothing.</summary>
    /// <param name="inputs">Any tensor.</param>
    /// <param name="startIndices">
    /// For each axis where the part begins, negative from the end; a part that would reach over the end is moved back.
    /// </param>
    /// <param name="shape">The shape of the part; -1 for all that is left of an axis.</param>
    /// <example><code>var part = Ops.Slice(x, [0, 1], [2, -1]); // (2, 2)</code></example>
    public static Tensor Slice(Tensor inputs, int[] startIndices, TargetShape shape)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(startIndices);
        ArgumentNullException.ThrowIfNull(shape);
        var fits = shape.Count == inputs.Rank && startIndices.Length == inputs.Rank;
        return Slice(inputs, Tensor.From(startIndices), fits ? Left(inputs.Shape, startIndices, shape) : shape);
    }

    // With the starts known, what is left of an axis is known too.
    private static TargetShape Left(Shape inputs, int[] starts, TargetShape shape) => TargetShape.Create(
        [.. shape.Select((size, axis) => size ?? inputs[axis] - Window.Start(starts[axis], inputs[axis] ?? 0, 0))]);

    private sealed record SliceOp(TargetShape Shape) : BinaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec start) =>
            Window.Fits(x.Shape, start.Shape, Shape) ? x with { Shape = [.. Shape] } : throw new ShapeException(
                ClassName,
                "as many start indices and sizes as x has axes, and sizes up to those of x",
                $"inputs={x}, start_indices={start}, shape={Shape}");

        protected override TensorHandle Run(TensorHandle x, TensorHandle start) =>
            Window.View(x, start, Shape.Sizes);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (SliceUpdate(Zeros(saved.InputSpec(0).Shape, g.DType), saved.Input(1), g), null);
    }
}
