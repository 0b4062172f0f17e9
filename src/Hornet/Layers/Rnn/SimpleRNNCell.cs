using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>One step of a recurrent layer: <c>h = activation(x · kernel + h · recurrentKernel + bias)</c>.</summary>
/// <example><code>
/// var next = new SimpleRNNCell(4).ApplyMany(new float[2, 3], states: [new float[2, 4]]); // h, [h]
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class SimpleRNNCell : BaseRNNCell
{
    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="units">The size of h.</param>
    /// <param name="activation">Applied to the result; <c>tanh</c> where null.</param>
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
    /// <param name="seed">Where the randomness of what is dropped starts; drawn where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">There is no unit, or a part is not between 0 and 1.</exception>
    public SimpleRNNCell(
        int units,
        ActivationFunction? activation = null,
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
        Seed? seed = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(
            1, units, activation, useBias, kernelInitializer, recurrentInitializer, biasInitializer, kernelRegularizer,
            recurrentRegularizer, biasRegularizer, kernelConstraint, recurrentConstraint, biasConstraint, dropout,
            recurrentDropout, seed, name, dtype, trainable)
    {
    }

    internal override (Tensor Output, Tensor[] States) Step(Tensor x, Tensor[] states, DropMasks drops)
    {
        var fromX = Product(x, Kernel, drops.Input);
        var product = (Bias is null ? fromX : fromX + Bias) + Product(states[0], RecurrentKernel, drops.Recurrent);
        var next = Activation.Apply(product);
        return (next, [next]);
    }
}
