namespace Hornet;

public static partial class Ops
{
    /// <summary>How far distributions over classes are from target distributions: −Σ t log p.</summary>
    /// <param name="target">The target distributions: one-hot vectors, for one.</param>
    /// <param name="output">Probabilities, or with <paramref name="fromLogits"/> what a softmax makes them of.</param>
    /// <param name="fromLogits">Whether <paramref name="output"/> are logits; otherwise they are made to sum to
    /// 1.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <example><code>var loss = Ops.CategoricalCrossentropy(y, x, fromLogits: true); // (2,)</code></example>
    public static Tensor CategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits = false,
        int axis = -1) =>
        new CategoricalCrossentropyOp(fromLogits, axis).Apply(target, output);

    private sealed record CategoricalCrossentropyOp(bool FromLogits, int Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            RequireSameShape(ClassName, inputs[0], inputs[1]);
            return -Sum(inputs[0] * LogProbabilities(inputs[1], FromLogits, Axis), Axis);
        }
    }

    /// <summary>The logarithms of probabilities that sum to 1; of zeros and ones, of what is almost that.</summary>
    private static Tensor LogProbabilities(Tensor output, bool fromLogits, int axis)
    {
        if (fromLogits)
        {
            return LogSoftmax(output, axis);
        }

        var p = output / Sum(output, axis, keepdims: true);
        return Log(Clip(p, Keras.Config.Epsilon(), 1 - Keras.Config.Epsilon()));
    }
}
