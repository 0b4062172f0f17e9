using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>One step of a GRU: from an input and h to the next h.</summary>
/// <remarks>
/// The kernels have the update and reset gates and the candidate, in this order; the bias is (2, 3 · units), of the
/// input and of h, where the reset comes after the product, else (3 · units,).
/// </remarks>
/// <example><code>
/// var next = new GRUCell(4).ApplyMany(new float[2, 3], states: [new float[2, 4]]); // h, [h]
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class GRUCell : BaseRNNCell
{
    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="units">The size of h.</param>
    /// <param name="activation">Applied to the candidate; <c>tanh</c> where null.</param>
    /// <param name="recurrentActivation">Applied to the gates; <c>sigmoid</c> where null.</param>
    /// <param name="useBias">Whether to add a bias.</param>
    /// <param name="kernelInitializer">Makes the kernel's first value; <c>glorot_uniform</c> where null.</param>
    /// <param name="recurrentInitializer">Makes the recurrent kernel's first value; <c>orthogonal</c> where
    /// null.</param>
    /// <param name="biasInitializer">Makes the bias's first value; <c>zeros</c> where null.</param>
    /// <param name="kernelRegularizer">A penalty on the kernel.</param>
    /// <param name="recurrentRegularizer">A penalty on the recurrent kernel.</param>
    /// <param name="biasRegularizer">A penalty on the bias.</param>
    /// <param name="kernelConstraint">What the kernel is brought back to after each update.</param>
    /// <param name="recurrentConstraint">What the recurrent kernel is brought back to after each update.</param>
    /// <param name="biasConstraint">What the bias is brought back to after each update.</param>
    /// <param name="dropout">Which part of the inputs is dropped in training, the same at each step.</param>
    /// <param name="recurrentDropout">Which part of h is dropped in training, the same at each step.</param>
    /// <param name="resetAfter">Whether the reset gate comes after the product with the recurrent kernel.</param>
    /// <param name="seed">Where the randomness of what is dropped starts; drawn where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">There is no unit, or a part is not between 0 and 1.</exception>
    public GRUCell(
        int units,
        ActivationFunction? activation = null,
        ActivationFunction? recurrentActivation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? recurrentInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? recurrentRegularizer = null,
        Regularizer? biasRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? recurrentConstraint = null,
        Constraint? biasConstraint = null,
        double dropout = 0,
        double recurrentDropout = 0,
        bool resetAfter = true,
        Seed? seed = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(
            3, units, activation, useBias, kernelInitializer, recurrentInitializer, biasInitializer, kernelRegularizer,
            recurrentRegularizer, biasRegularizer, kernelConstraint, recurrentConstraint, biasConstraint, dropout,
            recurrentDropout, seed, name, dtype, trainable)
    {
        RecurrentActivation = recurrentActivation ?? "sigmoid";
        ResetAfter = resetAfter;
    }

    /// <summary>Applied to the gates.</summary>
    public ActivationFunction RecurrentActivation { get; }

    /// <summary>Whether the reset gate comes after the product with the recurrent kernel.</summary>
    public bool ResetAfter { get; }

    // h' = z ∘ h + (1 − z) ∘ tanh(c̃), where c̃ = x · W + r ∘ (h · U), or x · W + (r ∘ h) · U
    internal override (Tensor Output, Tensor[] States) Step(Tensor x, Tensor[] states, DropMasks drops)
    {
        var (h, used) = (states[0], drops.Below1(this));
        var (inputBias, recurrentBias) = Biases();
        var fromX = Ops.Split(Plus(Product(x, Kernel, used.Input), inputBias), 3, axis: 1);
        var fromH = ResetAfter
            ? Ops.Split(Plus(Product(h, RecurrentKernel, used.Recurrent), recurrentBias), 3, axis: 1)
            : Ops.Split(Product(h, RecurrentKernel.Value[.., ..(2 * Units)], used.Recurrent?[..2]), 2, axis: 1);
        var z = RecurrentActivation.Apply(fromX[0] + fromH[0]);
        var r = RecurrentActivation.Apply(fromX[1] + fromH[1]);
        var recalled = ResetAfter ? r * fromH[2]
            : Product(r * h, RecurrentKernel.Value[.., (2 * Units)..], used.Recurrent?[2..]);
        var next = z * h + (1 - z) * Activation.Apply(fromX[2] + recalled);
        return (next, [next]);
    }

    private protected override Variable MakeBias() =>
        ResetAfter ? AddBias([2, 3 * Units], BiasInitializer) : base.MakeBias();

    private static Tensor Plus(Tensor x, Tensor? bias) => bias is null ? x : x + bias;

    private (Tensor? Input, Tensor? Recurrent) Biases() => Bias?.Value is not { } bias ? (null, null)
        : ResetAfter ? (bias[0], bias[1])
        : (bias, null);
}
