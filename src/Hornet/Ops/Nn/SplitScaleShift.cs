using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// A pass: computes the two parts of a scale's and a shift's gradient by themselves, so that g · scale is fused
    /// with what it is added to, and is not written and read again.
    /// </summary>
    internal static Program SplitScaleShift(Program program) => program with
    {
        Instructions = [.. program.Instructions.SelectMany(instruction => Split(instruction, program))],
    };

    private static Instruction[] Split(Instruction instruction, Program program)
    {
        var (primitive, inputs, outputs) = instruction;
        return primitive is ScaleShiftGradientOp gradient && program.Specs[inputs[1]] is var x && x.Shape.IsKnown
            && MatrixLayout.Of(x.DType, x.Shape.Sizes, gradient.Axis) is not null
            && program.Specs[inputs[0]] == x
            ?
            [
                new Instruction(new ColumnProductsOp(), inputs[..2], outputs[1..]),
                new Instruction(new MultiplyOp(), [inputs[0], inputs[2]], outputs[..1]),
            ]
            : [instruction];
    }

    /// <summary>Of (g, x): the sums of g · x and of g over all axes but the last.</summary>
    private sealed record ColumnProductsOp : ProgramOp
    {
        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var sums = inputs[0] with { Shape = [inputs[0].Shape[^1]] };
            return [sums, sums];
        }

        protected override DenseKernel Kernel(ReadOnlySpan<TensorSpec> inputs)
        {
            var columns = (int)inputs[0].Shape[^1]!;
            return new ColumnProductsKernel((int)(inputs[0].Shape.Size / columns), columns);
        }
    }
}
