namespace Hornet;

public static partial class Ops
{
    /// <summary>All steps of a simple recurrent layer: <c>h' = tanh(x · W + h · U + b)</c>.</summary>
    /// <param name="x">(batch, steps, features)</param>
    /// <param name="kernel">(features, units)</param>
    /// <param name="recurrentKernel">(units, units)</param>
    /// <param name="bias">(units,)</param>
    /// <param name="h">h before the first step, (batch, units); zeros where null.</param>
    /// <param name="mask">(batch, steps): a step that does not count leaves h as it is.</param>
    /// <param name="goBackwards">Whether it begins at the last step.</param>
    /// <returns>The sequence of h in the order of the computation, the last h.</returns>
    internal static (Tensor Sequence, Tensor H) SimpleRnn(
        Tensor x,
        Tensor kernel,
        Tensor recurrentKernel,
        Tensor? bias = null,
        Tensor? h = null,
        Tensor? mask = null,
        bool goBackwards = false)
    {
        Tensor[]? states = h is null ? null : [h];
        var results = RecurrentOp.Apply(
            new SimpleRnnKind(), [x, kernel, recurrentKernel], bias, states, mask, goBackwards);
        return (results[0], results[1]);
    }

    private sealed record SimpleRnnKind : RecurrentKind
    {
        public override Shape BiasShape(int? units) => [units];

        public override RecurrentSteps<T> Steps<T>(int units) => new SimpleRnnSteps<T>(units);

        public override Tensor[] Step(Tensor x, Tensor[] states, Tensor recurrentKernel, Tensor? bias)
        {
            var sum = x + Matmul(states[0], recurrentKernel);
            return [Tanh(bias is null ? sum : sum + bias)];
        }
    }
}
