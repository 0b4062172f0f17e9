using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A convolution of images: <c>y = activation(windows of x · kernel + bias)</c>.</summary>
/// <remarks>Input (batch, height, width, channels); output with as many channels as there are filters.</remarks>
/// <example><code>
/// var y = new Conv2D(4, kernelSize: 3).Apply(Keras.Input([28, 28, 1])); // (None, 26, 26, 4)
/// </code></example>
[KerasExport("keras.layers", Aliases = ["Convolution2D"])]
public sealed partial class Conv2D : BaseConv
{
    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="filters">How many channels the output has.</param>
    /// <param name="kernelSize">The size of a window, in each spatial axis.</param>
    /// <param name="strides">How far a window is from the next; 1 where null.</param>
    /// <param name="padding"><c>valid</c>, windows lie inside, or <c>same</c>, with zeros around.</param>
    /// <param name="dataFormat"><c>channels_last</c>, or <c>channels_first</c>: (batch, channels, height, width); the
    /// global one where null.</param>
    /// <param name="dilationRate">How far the places of a window are apart; 1 where null.</param>
    /// <param name="groups">In how many groups the channels are convolved, each with its share of the filters.</param>
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
    /// <exception cref="ArgumentException">The arguments make no convolution.</exception>
    public Conv2D(
        int filters,
        Sizes kernelSize,
        Sizes? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        Sizes? dilationRate = null,
        int groups = 1,
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
        : base(
            2, filters, kernelSize, strides, padding, dataFormat, dilationRate, groups, activation, useBias,
            kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer,
            kernelConstraint, biasConstraint, name, dtype, trainable)
    {
    }
}
