using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// How far probabilities are from targets, each element by itself: −(t log p + (1 − t) log(1 − p)).
    /// </summary>
    /// <param name="target">The targets, between 0 and 1.</param>
    /// <param name="output">Probabilities, or with <paramref name="fromLogits"/> what a sigmoid makes them of.</param>
    /// <param name="fromLogits">Whether <paramref name="output"/> are logits.</param>
    /// <example><code>var loss = Ops.BinaryCrossentropy(y, x, fromLogits: true);</code></example>
    public static Tensor BinaryCrossentropy(Tensor target, Tensor output, bool fromLogits = false) =>
        new BinaryCrossentropyOp(fromLogits).Apply(target, output);

    private sealed record BinaryCrossentropyOp(bool FromLogits) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (target, output) = (inputs[0], inputs[1]);
            RequireSameShape(ClassName, target, output);
            if (FromLogits)
            {
                return new LogitCrossentropyOp().Apply(target, output);
            }

            var p = Clip(output, Keras.Config.Epsilon(), 1 - Keras.Config.Epsilon());
            return -((target * Log(p)) + ((1 - target) * Log(1 - p)));
        }
    }

    private static void RequireSameShape(string operation, Tensor target, Tensor output)
    {
        if (!Shape.Agree(target.Shape, output.Shape))
        {
            throw new ShapeException(
                operation, "a target and an output of the same shape", $"target={target.Spec}, output={output.Spec}");
        }
    }

    /// <summary>The binary crossentropy of logits: −(t log σ(x) + (1 − t) log σ(−x)), without overflow.</summary>
    private sealed record LogitCrossentropyOp : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs));

        protected override TensorSpec Infer(TensorSpec target, TensorSpec output) => output.Shape.IsKnown
            ? output
            : output with { Shape = Shape.Broadcast(target.Shape, output.Shape)! };

        protected override TensorHandle Run(TensorHandle target, TensorHandle output) => Aten.Call(
            "aten::binary_cross_entropy_with_logits"u8,
            default,
            output,
            target,
            Argument.None,
            Argument.None,
            0L); // no reduction

        // dx = (σ(x) − t) g, dt = −x g
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (target, output) = (saved.Input(0), saved.Input(1));
            return (
                saved.Wants(0) ? -output * g : null,
                saved.Wants(1) ? (Sigmoid(output) - target) * g : null);
        }
    }
}
