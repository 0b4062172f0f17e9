using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Of two tensors the elements that a condition chooses.</summary>
    /// <param name="condition">Bools, or numbers of which all but 0 count as true.</param>
    /// <param name="x1">What is taken where the condition is true.</param>
    /// <param name="x2">What is taken elsewhere. All three broadcast.</param>
    /// <example><code>var positive = Ops.Where(x > 0, x, 0);</code></example>
    public static Tensor Where(Tensor condition, Tensor x1, Tensor x2) => new WhereOp().Apply(condition, x1, x2);

    /// <summary>Where a condition is true: for each axis the indices, in row-major order.</summary>
    /// <param name="condition">Bools, or numbers of which all but 0 count as true.</param>
    /// <example><code>var rows = Ops.Where(x > 0)[0];</code></example>
    public static Tensor[] Where(Tensor condition) => Nonzero(condition);

    private sealed record WhereOp : Primitive
    {
        protected internal override bool TakesViews => true;

        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var (condition, x, y) = (inputs[0], inputs[1], inputs[2]);
            return Shape.Broadcast(x.Shape, y.Shape) is { } values
                && Shape.Broadcast(condition.Shape, values) is { } shape
                ? [x with { Shape = shape }]
                : throw new ShapeException(
                    ClassName, "tensors whose shapes broadcast", $"condition={condition}, x1={x}, x2={y}");
        }

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            new ElementLowering(Element.Select);

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var condition =
                Aten.Call("aten::to"u8, "dtype"u8, inputs[0], DType.Bool, false, false, Argument.None);
            outputs[0] = Selection.Run(condition, inputs[1], inputs[2]);
        }

        // dx1 = g where the condition holds, dx2 = g elsewhere
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var condition = saved.Input(0);
            return
            [
                null,
                saved.Wants(1) ? Where(condition, g[0]!, 0) : null,
                saved.Wants(2) ? Where(condition, 0, g[0]!) : null,
            ];
        }

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.Common(inputs[1..]);

        protected override bool IsOperand(int index) => index > 0;
    }
}
