namespace Hornet;

public static partial class Ops
{
    /// <summary>All steps of an LSTM with the usual activations.</summary>
    /// <param name="x">(batch, steps, features)</param>
    /// <param name="kernel">(features, 4 · units): the input, forget, cell and output gates.</param>
    /// <param name="recurrentKernel">(units, 4 · units)</param>
    /// <param name="bias">(4 · units,)</param>
    /// <param name="state">h and c before the first step, each (batch, units); zeros where null.</param>
    /// <param name="mask">(batch, steps): a step that does not count leaves h and c as they are.</param>
    /// <param name="goBackwards">Whether it begins at the last step.</param>
    /// <returns>The sequence of h in the order of the computation, the last h, the last c.</returns>
    internal static (Tensor Sequence, Tensor H, Tensor C) Lstm(
        Tensor x,
        Tensor kernel,
        Tensor recurrentKernel,
        Tensor? bias = null,
        (Tensor H, Tensor C)? state = null,
        Tensor? mask = null,
        bool goBackwards = false)
    {
        Tensor[]? states = state is var (h, c) ? [h, c] : null;
        var results = RecurrentOp.Apply(new LstmKind(), [x, kernel, recurrentKernel], bias, states, mask, goBackwards);
        return (results[0], results[1], results[2]);
    }

    private sealed record LstmKind : RecurrentKind
    {
        public override Shape BiasShape(int? units) => [4 * units];

        public override RecurrentSteps<T> Steps<T>(int units) => new LstmSteps<T>(units);

        // z = x · W + h · U + b, cut into i, f, g, o; c' = σ(f) · c + σ(i) · tanh(g); h' = σ(o) · tanh(c')
        public override Tensor[] Step(Tensor x, Tensor[] states, Tensor recurrentKernel, Tensor? bias)
        {
            var z = x + Matmul(states[0], recurrentKernel);
            var gates = Split(bias is null ? z : z + bias, 4, axis: -1);
            var c = (Sigmoid(gates[1]) * states[1]) + (Sigmoid(gates[0]) * Tanh(gates[2]));
            return [Sigmoid(gates[3]) * Tanh(c), c];
        }
    }
}
