namespace Hornet;

public static partial class Ops
{
    /// <summary>The cross-entropy between classes and predicted distributions: <c>−log(output[target])</c>.</summary>
    /// <param name="target">The true classes: integers, of the output's shape without its last axis (or with it as 1).</param>
    /// <param name="output">The predicted distributions, or logits.</param>
    /// <param name="fromLogits">Whether the outputs are logits.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <remarks>A class that is not there (negative, or too large) has no loss, as in Keras on JAX.</remarks>
    /// <example><code>
    /// var loss = Ops.SparseCategoricalCrossentropy(new[] { 0, 2 }, x, fromLogits: true); // (2,)
    /// </code></example>
    public static Tensor SparseCategoricalCrossentropy(
        Tensor target, Tensor output, bool fromLogits = false, int axis = -1) =>
        new SparseCategoricalCrossentropyOp(fromLogits, axis).Apply(target, output);

    private sealed record SparseCategoricalCrossentropyOp(bool FromLogits, int Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (target, output) = (inputs[0], inputs[1]);
            if (target.Rank == output.Rank && target.Rank > 0 && target.Shape[target.Rank - 1] == 1)
            {
                target = Squeeze(target, axis: -1);
            }

            if (output.Rank == 0 || !Shape.Agree(target.Shape, output.Shape[..^1]))
            {
                throw new ShapeException(
                    ClassName, "target and output of the same shape up to the output's last axis, that of the classes",
                    $"target={target.Spec}, output={output.Spec}");
            }

            // Picks instead of multiplying by one-hot vectors; a class that is not there picks nothing.
            var classes = Cast(target, DType.Int32);
            var known = Cast(LogicalAnd(classes >= 0, classes < Classes(output)), output.DType);
            var places = ExpandDims(classes * Cast(known, DType.Int32), Axis);
            var picked = Squeeze(TakeAlongAxis(LogProbabilities(output, FromLogits, Axis), places, Axis), Axis);
            return -picked * known;
        }

        private int Classes(Tensor output) => output.Shape[output.Shape.Resolve(Axis, ClassName)] ?? int.MaxValue;
    }
}
