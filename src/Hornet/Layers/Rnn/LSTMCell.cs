using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>One step of an LSTM: from an input, h and c to the next h and c.</summary>
/// <example><code>
/// var next = new LSTMCell(4).ApplyMany(new float[2, 3], states: [new float[2, 4], new float[2, 4]]); // h, [h, c]
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class LSTMCell : Layer
{
    private readonly SeedGenerator _seedGenerator;
    private Variable? _kernel;
    private Variable? _recurrentKernel;

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
        : base(name, dtype, trainable)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        Units = units;
        Activation = activation ?? "tanh";
        RecurrentActivation = recurrentActivation ?? "sigmoid";
        (UseBias, UnitForgetBias) = (useBias, unitForgetBias);
        KernelInitializer = kernelInitializer ?? "glorot_uniform";
        RecurrentInitializer = recurrentInitializer ?? "orthogonal";
        BiasInitializer = biasInitializer ?? "zeros";
        (KernelRegularizer, BiasRegularizer) = (kernelRegularizer, biasRegularizer);
        RecurrentRegularizer = recurrentRegularizer;
        (KernelConstraint, BiasConstraint) = (kernelConstraint, biasConstraint);
        RecurrentConstraint = recurrentConstraint;
        Dropout = RegularizationRate.Checked(dropout, nameof(dropout));
        RecurrentDropout = RegularizationRate.Checked(recurrentDropout, nameof(recurrentDropout));
        Seed = seed;
        _seedGenerator = Hornet.Seed.GeneratorOf(seed);
    }

    /// <summary>The size of h and of c.</summary>
    public int Units { get; }

    /// <summary>Applied to the cell.</summary>
    public ActivationFunction Activation { get; }

    /// <summary>Applied to the gates.</summary>
    public ActivationFunction RecurrentActivation { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; }

    /// <summary>Makes the kernel's first value.</summary>
    public Initializer KernelInitializer { get; }

    /// <summary>Makes the recurrent kernel's first value.</summary>
    public Initializer RecurrentInitializer { get; }

    /// <summary>Makes the bias's first value.</summary>
    public Initializer BiasInitializer { get; }

    /// <summary>Whether the bias of the forget gate starts at 1.</summary>
    public bool UnitForgetBias { get; }

    /// <summary>A penalty on the kernel.</summary>
    public Regularizer? KernelRegularizer { get; }

    /// <summary>A penalty on the recurrent kernel.</summary>
    public Regularizer? RecurrentRegularizer { get; }

    /// <summary>A penalty on the bias.</summary>
    public Regularizer? BiasRegularizer { get; }

    /// <summary>What the kernel is brought back to after each update.</summary>
    public Constraint? KernelConstraint { get; }

    /// <summary>What the recurrent kernel is brought back to after each update.</summary>
    public Constraint? RecurrentConstraint { get; }

    /// <summary>What the bias is brought back to after each update.</summary>
    public Constraint? BiasConstraint { get; }

    /// <summary>Which part of the inputs is dropped in training.</summary>
    public double Dropout { get; }

    /// <summary>Which part of h is dropped in training.</summary>
    public double RecurrentDropout { get; }

    /// <summary>Where the randomness of what is dropped starts; drawn where null.</summary>
    public Seed? Seed { get; }

    /// <summary>The kernel: (features, 4 · units), of the input, forget, cell and output gates.</summary>
    public Variable Kernel => Weight(_kernel);

    /// <summary>The recurrent kernel: (units, 4 · units).</summary>
    public Variable RecurrentKernel => Weight(_recurrentKernel);

    /// <summary>The bias: (4 · units,); null without one.</summary>
    public Variable? Bias { get; private set; }
}
