using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>A copy of a tensor in which a part that begins where another tensor says is replaced.</summary>
    /// <param name="inputs">Any tensor.</param>
    /// <param name="startIndices">
    /// For each axis where the part begins, negative from the end; a part that would reach over the end is moved back.
    /// </param>
    /// <param name="updates">What stands in the part: a tensor of as many axes, none of them longer.</param>
    /// <example><code>var y = Ops.SliceUpdate(x, Tensor.From([2], [0, 1]), Ops.Zeros([2, 1]));</code></example>
    public static Tensor SliceUpdate(Tensor inputs, Tensor startIndices, Tensor updates) =>
        new SliceUpdateOp().Apply(inputs, startIndices, updates);

    /// <summary>A copy of a tensor in which a part is replaced.</summary>
    /// <param name="inputs">Any tensor.</param>
    /// <param name="startIndices">
    /// For each axis where the part begins, negative from the end; a part that would reach over the end is moved back.
    /// </param>
    /// <param name="updates">What stands in the part: a tensor of as many axes, none of them longer.</param>
    /// <example><code>var y = Ops.SliceUpdate(x, [0, 1], Ops.Zeros([2, 1]));</code></example>
    public static Tensor SliceUpdate(Tensor inputs, int[] startIndices, Tensor updates) =>
        SliceUpdate(inputs, Tensor.From(startIndices), updates);

    private sealed record SliceUpdateOp : Primitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) =>
            Window.Fits(inputs[0].Shape, inputs[1].Shape, inputs[2].Shape) ? [inputs[0]] : throw new ShapeException(
                ClassName,
                "as many start indices as inputs has axes, and updates of as many axes, none of them longer",
                $"inputs={inputs[0]}, start_indices={inputs[1]}, updates={inputs[2]}");

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            outputs[0] = RowMajor.Copy(inputs[0], inputs[0].DType);
            using var part = Window.View(outputs[0], inputs[1], inputs[2].Sizes);
            RowMajor.Write(part, inputs[2]);
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (start, updates) = (saved.Input(1), saved.Input(2));
            return
            [
                saved.Wants(0) ? SliceUpdate(g[0]!, start, ZerosLike(updates)) : null,
                null,
                saved.Wants(2) ? Slice(g[0]!, start, updates.Shape) : null,
            ];
        }

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => inputs[0].DType;

        protected override bool IsOperand(int index) => index == 2;
    }
}
