namespace Hornet;

public static partial class Ops
{
    /// <summary>How far distributions over classes are from target classes: −log p of the class.</summary>
    /// <param name="target">The classes' indices; of one that is no class the result is 0.</param>
    /// <param name="output">Probabilities, or with <paramref name="fromLogits"/> what a softmax makes them of.</param>
    /// <param name="fromLogits">Whether <paramref name="output"/> are logits; otherwise they are made to sum to
    /// 1.</param>
    /// <param name="axis">The axis of the classes, which the targets have not, or with size 1 as the last.</param>
    /// <example><code>
    /// var loss = Ops.SparseCategoricalCrossentropy(new[] { 2, 0 }, x, fromLogits: true); // (2,)
    /// </code></example>
    public static Tensor SparseCategoricalCrossentropy(
        Tensor target, Tensor output, bool fromLogits = false, int axis = -1) =>
        new SparseCategoricalCrossentropyOp(fromLogits, axis).Apply(target, output);

    private sealed record SparseCategoricalCrossentropyOp(bool FromLogits, int Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (target, output) = (Cast(inputs[0], DType.Int32), inputs[1]);
            var axis = output.Shape.Resolve(Axis, ClassName);
            if (target.Rank == output.Rank && target.Shape[^1] == 1)
            {
                target = Squeeze(target, -1);
            }

            if (!Shape.Agree(target.Shape, output.Shape.Without(axis)))
            {
                throw new ShapeException(
                    ClassName,
                    "a target of the shape of the output without the axis of the classes",
                    $"target={inputs[0].Spec}, output={output.Spec}, axis={Axis}");
            }

            // From the end nothing is counted: no class has a negative index.
            var index = ExpandDims(Where(target < 0, int.MaxValue, target), axis);
            var logP = LogProbabilities(output, FromLogits, axis);
            return -Squeeze(new GatherAlongOp(axis, ZeroGaps: true).Apply(logP, index), axis);
        }
    }
}
