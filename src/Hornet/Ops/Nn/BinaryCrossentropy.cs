namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// The cross-entropy of yes-or-no answers: <c>−target · log(output) − (1 − target) · log(1 − output)</c>.
    /// </summary>
    /// <param name="target">The true answers, 0 or 1 or between.</param>
    /// <param name="output">The predicted probabilities, or logits; of the target's shape.</param>
    /// <param name="fromLogits">Whether the outputs are logits.</param>
    /// <example><code>var loss = Ops.BinaryCrossentropy(Ops.OnesLike(x), x, fromLogits: true);</code></example>
    public static Tensor BinaryCrossentropy(Tensor target, Tensor output, bool fromLogits = false) =>
        new BinaryCrossentropyOp(fromLogits).Apply(target, output);

    private sealed record BinaryCrossentropyOp(bool FromLogits) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (target, output) = (inputs[0], inputs[1]);
            if (!Shape.Agree(target.Shape, output.Shape))
            {
                throw new ShapeException(
                    ClassName, "target and output of the same shape", $"target={target.Spec}, output={output.Spec}");
            }

            if (FromLogits)
            {
                return (-target * LogSigmoid(output)) - ((1 - target) * LogSigmoid(-output));
            }

            var epsilon = Keras.Config.Epsilon();
            var p = Clip(output, epsilon, 1 - epsilon);
            return -((target * Log(p)) + ((1 - target) * Log(1 - p)));
        }
    }
}
