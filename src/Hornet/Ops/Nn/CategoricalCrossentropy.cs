namespace Hornet;

public static partial class Ops
{
    /// <summary>The cross-entropy between distributions: <c>−Σ target · log(output)</c>.</summary>
    /// <param name="target">The true distributions.</param>
    /// <param name="output">The predicted ones, or logits; of the target's shape.</param>
    /// <param name="fromLogits">Whether the outputs are logits.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <example><code>var loss = Ops.CategoricalCrossentropy(Ops.Softmax(x), y, fromLogits: true); // (2,)</code></example>
    public static Tensor CategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits = false, int axis = -1) =>
        new CategoricalCrossentropyOp(fromLogits, axis).Apply(target, output);

    /// <summary>Logarithms of probabilities: normalised and kept away from 0 and 1, or from logits.</summary>
    private static Tensor LogProbabilities(Tensor output, bool fromLogits, int axis)
    {
        if (fromLogits)
        {
            return LogSoftmax(output, axis);
        }

        var epsilon = Keras.Config.Epsilon();
        return Log(Clip(output / Sum(output, axis, keepdims: true), epsilon, 1 - epsilon));
    }

    private sealed record CategoricalCrossentropyOp(bool FromLogits, int Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (target, output) = (inputs[0], inputs[1]);
            if (!Shape.Agree(target.Shape, output.Shape) || output.Rank == 0)
            {
                throw new ShapeException(
                    ClassName, "target and output of the same shape, with an axis of classes",
                    $"target={target.Spec}, output={output.Spec}");
            }

            return -Sum(target * LogProbabilities(output, FromLogits, Axis), Axis);
        }
    }
}
