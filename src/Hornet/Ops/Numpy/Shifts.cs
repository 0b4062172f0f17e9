using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The bits of x moved up by y places, element by element.</summary>
    /// <param name="x">Any tensor of integers; bools become int32.</param>
    /// <param name="y">A tensor of integers that broadcasts with the first.</param>
    /// <example><code>var z = Ops.LeftShift(new[] { 1, 3 }, 2); // 4, 12</code></example>
    public static Tensor LeftShift(Tensor x, Tensor y) => new LeftShiftOp().Apply(x, y);

    /// <inheritdoc cref="LeftShift"/>
    /// <example><code>var z = Ops.BitwiseLeftShift(new[] { 1, 3 }, 2); // 4, 12</code></example>
    public static Tensor BitwiseLeftShift(Tensor x, Tensor y) => new BitwiseLeftShiftOp().Apply(x, y);

    /// <summary>The bits of x moved down by y places, element by element; the sign stays.</summary>
    /// <param name="x">Any tensor of integers; bools become int32.</param>
    /// <param name="y">A tensor of integers that broadcasts with the first.</param>
    /// <example><code>var z = Ops.RightShift(new[] { 4, -12 }, 2); // 1, -3</code></example>
    public static Tensor RightShift(Tensor x, Tensor y) => new RightShiftOp().Apply(x, y);

    /// <inheritdoc cref="RightShift"/>
    /// <example><code>var z = Ops.BitwiseRightShift(new[] { 4, -12 }, 2); // 1, -3</code></example>
    public static Tensor BitwiseRightShift(Tensor x, Tensor y) => new BitwiseRightShiftOp().Apply(x, y);

    private abstract record ShiftOp : WholeOp
    {
        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            NotBool(Promotion.Common(inputs));
    }

    private abstract record UpOp : ShiftOp
    {
        protected sealed override TensorHandle Compute(TensorHandle x, TensorHandle y) =>
            IntegerMap.Run<ShiftUp>(x, y);
    }

    private abstract record DownOp : ShiftOp
    {
        protected sealed override TensorHandle Compute(TensorHandle x, TensorHandle y) =>
            IntegerMap.Run<ShiftDown>(x, y);
    }

    private sealed record LeftShiftOp : UpOp;

    private sealed record BitwiseLeftShiftOp : UpOp;

    private sealed record RightShiftOp : DownOp;

    private sealed record BitwiseRightShiftOp : DownOp;
}
