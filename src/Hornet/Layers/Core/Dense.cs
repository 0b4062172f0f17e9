using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A densely connected layer: <c>y = activation(x · kernel + bias)</c>.</summary>
/// <remarks>Input (batch, …, d); output (batch, …, units).</remarks>
/// <example><code>var y = new Dense(10, activation: "softmax").Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Dense : Layer
{
    private Variable? _kernel;

    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="units">The size of the output's last axis.</param>
    /// <param name="activation">Applied to the result; linear where null.</param>
    /// <param name="useBias">Whether to add a bias.</param>
    /// <param name="kernelInitializer">Makes the kernel's first value; <c>glorot_uniform</c> where null.</param>
    /// <param name="biasInitializer">Makes the bias's first value; <c>zeros</c> where null.</param>
    /// <param name="kernelRegularizer">A penalty on the kernel.</param>
    /// <param name="biasRegularizer">A penalty on the bias.</param>
    /// <param name="activityRegularizer">A penalty on the output.</param>
    /// <param name="kernelConstraint">What the kernel is brought back to after each update.</param>
    /// <param name="biasConstraint">What the bias is brought back to after each update.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no unit.</exception>
    public Dense(
        int units,
        ActivationFunction? activation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? biasConstraint = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable, activityRegularizer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        Units = units;
        Activation = activation ?? "linear";
        UseBias = useBias;
        KernelInitializer = kernelInitializer ?? "glorot_uniform";
        BiasInitializer = biasInitializer ?? "zeros";
        KernelRegularizer = kernelRegularizer;
        BiasRegularizer = biasRegularizer;
        KernelConstraint = kernelConstraint;
        BiasConstraint = biasConstraint;
        InputSpec = [new InputSpec(minNdim: 2)];
        SupportsMasking = true;
    }

    /// <summary>The size of the output's last axis.</summary>
    public int Units { get; }

    /// <summary>Applied to the result.</summary>
    public ActivationFunction Activation { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; }

    /// <summary>Makes the kernel's first value.</summary>
    public Initializer KernelInitializer { get; }

    /// <summary>Makes the bias's first value.</summary>
    public Initializer BiasInitializer { get; }

    /// <summary>A penalty on the kernel.</summary>
    public Regularizer? KernelRegularizer { get; }

    /// <summary>A penalty on the bias.</summary>
    public Regularizer? BiasRegularizer { get; }

    /// <summary>What the kernel is brought back to after each update.</summary>
    public Constraint? KernelConstraint { get; }

    /// <summary>What the bias is brought back to after each update.</summary>
    public Constraint? BiasConstraint { get; }

    /// <summary>The kernel: (d, units).</summary>
    public Variable Kernel => Weight(_kernel);

    /// <summary>The bias: (units,); null without one.</summary>
    public Variable? Bias { get; private set; }

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        var size = inputShape[^1];
        _kernel = AddWeight(
            "kernel", [size, Units], KernelInitializer, regularizer: KernelRegularizer, constraint: KernelConstraint);
        Bias = UseBias
            ? AddWeight("bias", [Units], BiasInitializer, regularizer: BiasRegularizer, constraint: BiasConstraint)
            : null;
        InputSpec = [new InputSpec(minNdim: 2, axes: new Dictionary<int, int?> { [-1] = size })];
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var y = Ops.Matmul(x, Kernel);
        return Activation.Apply(Bias is null ? y : y + Bias);
    }

    private static void UpgradeConfig(ConfigReader config) => Quantization.Refuse(config);

    private void ExtendConfig(System.Text.Json.Nodes.JsonObject config)
    {
        Quantization.Write(config);
        if (ActivityRegularizer is null)
        {
            config.Remove("activity_regularizer"); // Keras leaves it out where there is none
        }
    }
}
