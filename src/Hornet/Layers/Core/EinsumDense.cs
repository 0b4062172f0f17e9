using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A dense layer of any axes: <c>y = activation(einsum(equation, x, kernel) + bias)</c>.</summary>
/// <remarks>
/// The equation has the letters of the input, of the kernel and of the output: <c>ab,bc-&gt;ac</c> is
/// <see cref="Dense"/>. An ellipsis stands for further axes of the input: <c>...x,xy-&gt;...y</c>, or
/// <c>ab...,bc-&gt;ac...</c>.
/// </remarks>
/// <example><code>
/// var y = new EinsumDense("abc,cde->abde", [null, 4, 8], biasAxes: "de").Apply(Ops.Ones([2, 5, 16]));
/// Console.WriteLine(y.Shape); // (2, 5, 4, 8)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class EinsumDense : Layer
{
    private Variable? _kernel;

    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="equation">The letters of the input and of the kernel, an arrow, those of the output.</param>
    /// <param name="outputShape">
    /// The output's axes, without the batch and what an ellipsis stands for; null for one that the input has too.
    /// </param>
    /// <param name="activation">Applied to the result; linear where null.</param>
    /// <param name="biasAxes">The letters of the output along which the bias has values; no bias where null.</param>
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
    public EinsumDense(
        string equation,
        Shape outputShape,
        ActivationFunction? activation = null,
        string? biasAxes = null,
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
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(outputShape);
        (Equation, OutputShape, BiasAxes) = (equation, outputShape, biasAxes);
        Activation = activation ?? "linear";
        KernelInitializer = kernelInitializer ?? "glorot_uniform";
        BiasInitializer = biasInitializer ?? "zeros";
        (KernelRegularizer, BiasRegularizer) = (kernelRegularizer, biasRegularizer);
        (KernelConstraint, BiasConstraint) = (kernelConstraint, biasConstraint);
        SupportsMasking = true;
    }

    /// <summary>The letters of the input and of the kernel, an arrow, those of the output.</summary>
    public string Equation { get; }

    /// <summary>The output's axes, without the batch and what an ellipsis stands for.</summary>
    public Shape OutputShape { get; }

    /// <summary>Applied to the result.</summary>
    public ActivationFunction Activation { get; }

    /// <summary>The letters of the output along which the bias has values; null without one.</summary>
    public string? BiasAxes { get; }

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

    /// <summary>The kernel: an axis for each of its letters.</summary>
    public Variable Kernel => Weight(_kernel);

    /// <summary>The bias, which broadcasts to the output; null without one.</summary>
    public Variable? Bias { get; private set; }

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        var plan = new EinsumDensePlan(Equation, BiasAxes, inputShape, OutputShape);
        InputSpec = [new InputSpec(ndim: inputShape.Rank)];
        var initializer = KernelInitializer is FanInitializer fans && (fans.InputAxes ?? fans.OutputAxes) is null
            ? fans.WithAxes(plan.InputAxes, plan.OutputAxes)
            : KernelInitializer;
        _kernel = AddWeight(
            "kernel", plan.Kernel, initializer, regularizer: KernelRegularizer, constraint: KernelConstraint);
        Bias = plan.Bias is { } bias
            ? AddWeight("bias", bias, BiasInitializer, regularizer: BiasRegularizer, constraint: BiasConstraint)
            : null;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var y = Ops.Einsum(Equation, x, Kernel);
        return Activation.Apply(Bias is null ? y : y + Bias);
    }

    private static void UpgradeConfig(ConfigReader config) => Quantization.Refuse(config);

    private static void ExtendConfig(System.Text.Json.Nodes.JsonObject config) => Quantization.Write(config);
}
