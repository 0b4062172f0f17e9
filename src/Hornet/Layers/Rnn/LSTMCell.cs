using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>One step of an LSTM: from an input, h and c to the next h and c.</summary>
/// <remarks>The kernels and the bias have the input, forget, cell and output gates, in this order.</remarks>
/// <example><code>
/// var next = new LSTMCell(4).ApplyMany(new float[2, 3], states: [new float[2, 4], new float[2, 4]]); // h, [h, c]
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class LSTMCell : BaseRNNCell
{
    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="units">The size of h and of c.</param>
    /// <param name="activation">Applied to the cell; <c>tanh</c> where null.</param>
    /// <param name="recurrentActivation">Applied to the gates; <c>sigmoid</c> where null.</param>
    /// <param name="useBias">Whether to add a bias.</param>
    /// <param name="kernelInitializer">Makes the kernel's first value; <c>glorot_uniform</c> where null.</param>
    /// <param name="recurrentInitializer">Makes the recurrent kernel's first value; <c>orthogonal</c> where
    /// null.</param>
    /// <param name="biasInitializer">Makes the bias's first value; <c>zeros</c> where null.</param>
    /// <param name="unitForgetBias">Whether the bias of the forget gate starts at 1.</param>
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
    public LSTMCell(
        int units,
        ActivationFunction? activation = null,
        ActivationFunction? recurrentActivation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? recurrentInitializer = null,
        Initializer? biasInitializer = null,
        bool unitForgetBias = true,
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
            4, units, activation, useBias, kernelInitializer, recurrentInitializer, biasInitializer, kernelRegularizer,
            recurrentRegularizer, biasRegularizer, kernelConstraint, recurrentConstraint, biasConstraint, dropout,
            recurrentDropout, seed, name, dtype, trainable)
    {
        RecurrentActivation = recurrentActivation ?? "sigmoid";
        UnitForgetBias = unitForgetBias;
    }

    /// <summary>Applied to the gates.</summary>
    public ActivationFunction RecurrentActivation { get; }

    /// <summary>Whether the bias of the forget gate starts at 1.</summary>
    public bool UnitForgetBias { get; }

    private protected override int StateCount => 2;

    // c = σ(f) ∘ c + σ(i) ∘ tanh(c̃); h = σ(o) ∘ tanh(c), where (i, f, c̃, o) = x · W + h · U + b
    internal override (Tensor Output, Tensor[] States) Step(Tensor x, Tensor[] states, DropMasks drops)
    {
        var (h, c, used) = (states[0], states[1], drops.Below1(this));
        var product = Product(x, Kernel, used.Input) + Product(h, RecurrentKernel, used.Recurrent);
        var gates = Ops.Split(Bias is null ? product : product + Bias, 4, axis: 1);
        var (i, f) = (RecurrentActivation.Apply(gates[0]), RecurrentActivation.Apply(gates[1]));
        var nextC = f * c + i * Activation.Apply(gates[2]);
        var nextH = RecurrentActivation.Apply(gates[3]) * Activation.Apply(nextC);
        return (nextH, [nextH, nextC]);
    }

    private protected override Variable MakeBias()
    {
        if (!UnitForgetBias)
        {
            return base.MakeBias();
        }

        var bias = AddBias([4 * Units], "zeros");
        bias.Assign(Ops.Concatenate([First([Units]), Ops.Ones([Units], bias.DType), First([2 * Units])]));
        return bias;

        Tensor First(Shape shape) => BiasInitializer.Apply(shape, bias.DType);
    }
}
