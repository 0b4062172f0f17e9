using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A layer that multiplies windows of its input with a kernel.</summary>
public abstract partial class BaseConv : Layer
{
    private readonly int _rank;
    private Variable? _kernel;

    private protected BaseConv(
        [NotInConfig] int rank,
        int filters,
        Sizes kernelSize,
        Sizes? strides,
        string padding,
        string? dataFormat,
        Sizes? dilationRate,
        int groups,
        ActivationFunction? activation,
        bool useBias,
        Initializer? kernelInitializer,
        Initializer? biasInitializer,
        Regularizer? kernelRegularizer,
        Regularizer? biasRegularizer,
        Regularizer? activityRegularizer,
        Constraint? kernelConstraint,
        Constraint? biasConstraint,
        string? name,
        DTypePolicy? dtype,
        bool trainable)
        : base(name, dtype, trainable, activityRegularizer)
    {
        ArgumentNullException.ThrowIfNull(kernelSize);
        ArgumentNullException.ThrowIfNull(padding);
        (_rank, Filters) = (rank, filters);
        KernelSize = kernelSize.Spread(rank, "kernel_size", ClassName);
        Strides = (strides ?? 1).Spread(rank, "strides", ClassName);
        Padding = padding.ToLowerInvariant();
        DataFormat = Keras.Config.StandardizeDataFormat(dataFormat);
        DilationRate = (dilationRate ?? 1).Spread(rank, "dilation_rate", ClassName);
        (Groups, UseBias) = (groups, useBias);
        Activation = activation ?? "linear";
        (KernelInitializer, BiasInitializer) = (kernelInitializer ?? "glorot_uniform", biasInitializer ?? "zeros");
        (KernelRegularizer, BiasRegularizer) = (kernelRegularizer, biasRegularizer);
        (KernelConstraint, BiasConstraint) = (kernelConstraint, biasConstraint);
        InputSpec = [new InputSpec(minNdim: rank + 2)];
        CheckArguments();
    }

    /// <summary>How many channels the output has.</summary>
    public int Filters { get; }

    /// <summary>The size of a window, in each spatial axis.</summary>
    public Sizes KernelSize { get; }

    /// <summary>How far a window is from the next, in each spatial axis.</summary>
    public Sizes Strides { get; }

    /// <summary><c>valid</c> or <c>same</c>; of sequences also <c>causal</c>.</summary>
    public string Padding { get; }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string DataFormat { get; }

    /// <summary>How far the places of a window are apart, in each spatial axis.</summary>
    public Sizes DilationRate { get; }

    /// <summary>In how many groups the channels are convolved.</summary>
    public int Groups { get; }

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

    /// <summary>The kernel: (…kernelSize, input channels / groups, filters).</summary>
    public Variable Kernel => Weight(_kernel);

    /// <summary>The bias: (filters,); null without one.</summary>
    public Variable? Bias { get; private set; }

    private protected virtual bool AllowsCausal => false;

    private int ChannelAxis => DataFormat == "channels_last" ? -1 : 1;

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        var channels = inputShape[inputShape.Resolve(ChannelAxis, ClassName)];
        if (channels % Groups is > 0)
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': expected a number of input channels that the groups divide evenly. Received: " +
                $"groups={Groups}, {channels} channels in an input of shape {inputShape}.");
        }

        _kernel = AddWeight(
            "kernel",
            [.. KernelSize, channels / Groups, Filters],
            KernelInitializer,
            regularizer: KernelRegularizer,
            constraint: KernelConstraint);
        Bias = UseBias
            ? AddWeight("bias", [Filters], BiasInitializer, regularizer: BiasRegularizer, constraint: BiasConstraint)
            : null;
        InputSpec = [new InputSpec(minNdim: _rank + 2, axes: new Dictionary<int, int?> { [ChannelAxis] = channels })];
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Convolve(x, Padding);

    private protected Tensor Convolve(Tensor x, string padding)
    {
        var y = Ops.Conv(x, Kernel, Strides, padding, DataFormat, DilationRate);
        return Activation.Apply(Bias is null ? y : y + AlongChannels(Bias));
    }

    // (C) as (C, 1, …) where the channels come first.
    private Tensor AlongChannels(Tensor bias) =>
        ChannelAxis == -1 ? bias : Ops.ExpandDims(bias, [.. Enumerable.Range(1, _rank)]);

    private void CheckArguments()
    {
        var wrong = Filters <= 0 ? $"at least one filter. Received: filters={Filters}"
            : Groups <= 0 ? $"at least one group. Received: groups={Groups}"
            : Filters % Groups != 0
                ? $"filters that the groups divide evenly. Received: filters={Filters}, groups={Groups}"
            : Padding is not ("valid" or "same") && !(AllowsCausal && Padding == "causal")
                ? $"padding to be 'valid'{(AllowsCausal ? ", 'same' or 'causal'" : " or 'same'")}. " +
                    $"Received: padding='{Padding}'"
            : Strides.Max() > 1 && DilationRate.Max() > 1
                ? "strides or dilation_rate above 1, not both. " +
                    $"Received: strides={Strides}, dilation_rate={DilationRate}"
            : null;
        if (wrong is not null)
        {
            throw new ArgumentException($"{ClassName} '{Name}': expected {wrong}.");
        }
    }
}
