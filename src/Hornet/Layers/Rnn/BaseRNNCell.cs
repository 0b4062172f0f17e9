using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>One step of a recurrent layer: from an input and states to an output and the next states.</summary>
public abstract partial class BaseRNNCell : Layer, IRNNCell
{
    private readonly int _gates;
    private readonly SeedGenerator _seedGenerator;
    private Variable? _kernel;
    private Variable? _recurrentKernel;

    private protected BaseRNNCell(
        [NotInConfig] int gates,
        int units,
        ActivationFunction? activation,
        bool useBias,
        Initializer? kernelInitializer,
        Initializer? recurrentInitializer,
        Initializer? biasInitializer,
        Regularizer? kernelRegularizer,
        Regularizer? recurrentRegularizer,
        Regularizer? biasRegularizer,
        Constraint? kernelConstraint,
        Constraint? recurrentConstraint,
        Constraint? biasConstraint,
        double dropout,
        double recurrentDropout,
        Seed? seed,
        string? name,
        DTypePolicy? dtype,
        bool trainable)
        : base(name, dtype, trainable)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        (_gates, Units, UseBias) = (gates, units, useBias);
        Activation = activation ?? "tanh";
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

    /// <summary>The size of a state.</summary>
    public int Units { get; }

    /// <summary>Applied to what is new.</summary>
    public ActivationFunction Activation { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; }

    /// <summary>Makes the kernel's first value.</summary>
    public Initializer KernelInitializer { get; }

    /// <summary>Makes the recurrent kernel's first value.</summary>
    public Initializer RecurrentInitializer { get; }

    /// <summary>Makes the bias's first value.</summary>
    public Initializer BiasInitializer { get; }

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

    /// <summary>The kernel: (features, gates · units).</summary>
    public Variable Kernel => Weight(_kernel);

    /// <summary>The recurrent kernel: (units, gates · units).</summary>
    public Variable RecurrentKernel => Weight(_recurrentKernel);

    /// <summary>The bias: (gates · units,); null without one.</summary>
    public Variable? Bias { get; private set; }
}
