namespace Hornet;

public static partial class Ops
{
    /// <summary>All steps of a GRU with the usual activations.</summary>
    /// <param name="x">(batch, steps, features)</param>
    /// <param name="kernel">(features, 3 · units): the update and reset gates, and what is new.</param>
    /// <param name="recurrentKernel">(units, 3 · units)</param>
    /// <param name="bias">
    /// (3 · units,); where the reset gate comes after the product, (2, 3 · units): what is added to x · W and to h · U.
    /// </param>
    /// <param name="state">h before the first step, (batch, units); zeros where null.</param>
    /// <param name="mask">(batch, steps): a step that does not count leaves h as it is.</param>
    /// <param name="goBackwards">Whether it begins at the last step.</param>
    /// <param name="resetAfter">Whether the reset gate comes after the product with the recurrent kernel.</param>
    /// <returns>The sequence of h in the order of the computation, the last h.</returns>
    internal static (Tensor Sequence, Tensor H) Gru(
        Tensor x,
        Tensor kernel,
        Tensor recurrentKernel,
        Tensor? bias = null,
        Tensor? state = null,
        Tensor? mask = null,
        bool goBackwards = false,
        bool resetAfter = true)
    {
        Tensor[]? states = state is null ? null : [state];
        var results = RecurrentOp.Apply(
            new GruKind(resetAfter), [x, kernel, recurrentKernel], bias, states, mask, goBackwards);
        return (results[0], results[1]);
    }

    private sealed record GruKind(bool ResetAfter) : RecurrentKind
    {
        public override Shape BiasShape(int? units) => ResetAfter ? [2, 3 * units] : [3 * units];

        public override RecurrentSteps<T> Steps<T>(int units) =>
            ResetAfter ? new GruSteps<T>(units) : new ResettingGruSteps<T>(units);

        // h' = σ(z) · h + (1 − σ(z)) · tanh(c), where c has r · (h · U) or (r · h) · U
        public override Tensor[] Step(Tensor x, Tensor[] states, Tensor recurrentKernel, Tensor? bias)
        {
            var h = states[0];
            var input = ResetAfter ? bias?[0] : bias;
            var fromX = Split(input is null ? x : x + input, 3, axis: -1);
            var weights = Split(recurrentKernel, 3, axis: -1);
            var fromH = weights.Select(weight => Matmul(h, weight)).ToArray();
            if (ResetAfter && bias is not null)
            {
                fromH = [.. fromH.Zip(Split(bias[1], 3, axis: -1), (product, part) => product + part)];
            }

            var z = Sigmoid(fromX[0] + fromH[0]);
            var r = Sigmoid(fromX[1] + fromH[1]);
            var c = Tanh(fromX[2] + (ResetAfter ? r * fromH[2] : Matmul(r * h, weights[2])));
            return [(z * h) + ((1 - z) * c)];
        }
    }
}
