using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A recurrent layer with a memory: long short-term memory.</summary>
/// <remarks>Input (batch, steps, features); output (batch, units), or (batch, steps, units).</remarks>
/// <example><code>var y = new LSTM(16).Apply(Keras.Input([10, 8])); // (None, 16)</code></example>
[KerasExport("keras.layers")]
public sealed partial class LSTM : BaseCellRNN
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
    /// <param name="activityRegularizer">A penalty on the output.</param>
    /// <param name="kernelConstraint">What the kernel is brought back to after each update.</param>
    /// <param name="recurrentConstraint">What the recurrent kernel is brought back to after each update.</param>
    /// <param name="biasConstraint">What the bias is brought back to after each update.</param>
    /// <param name="dropout">Which part of the inputs is dropped in training, the same at each step.</param>
    /// <param name="recurrentDropout">Which part of h is dropped in training, the same at each step.</param>
    /// <param name="seed">Where the randomness of what is dropped starts; drawn where null.</param>
    /// <param name="returnSequences">Whether the output has all steps, not the last alone.</param>
    /// <param name="returnState">Whether the last states come too.</param>
    /// <param name="goBackwards">Whether it begins at the last step; a sequence comes in that order.</param>
    /// <param name="stateful">Whether a batch begins with the states at which the one before ended.</param>
    /// <param name="unroll">Whether the steps, whose number must be known, are computed one by one in ops.</param>
    /// <param name="zeroOutputForMask">Whether the output of a step that does not count is zero, not the one
    /// before.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">There is no unit, or a part is not between 0 and 1.</exception>
    public LSTM(
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
        Regularizer? activityRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? recurrentConstraint = null,
        Constraint? biasConstraint = null,
        double dropout = 0,
        double recurrentDropout = 0,
        Seed? seed = null,
        bool returnSequences = false,
        bool returnState = false,
        bool goBackwards = false,
        bool stateful = false,
        bool unroll = false,
        bool zeroOutputForMask = false,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(
            new LSTMCell(
                units, activation, recurrentActivation, useBias, kernelInitializer, recurrentInitializer,
                biasInitializer, unitForgetBias, kernelRegularizer, recurrentRegularizer, biasRegularizer,
                kernelConstraint, recurrentConstraint, biasConstraint, dropout, recurrentDropout, seed, "lstm_cell",
                dtype ?? Keras.Config.DtypePolicy(), trainable),
            returnSequences, returnState, goBackwards, stateful, unroll, zeroOutputForMask, activityRegularizer, name,
            dtype, trainable)
    {
    }

    /// <summary>Applied to the gates.</summary>
    public ActivationFunction RecurrentActivation => Cell.RecurrentActivation;

    /// <summary>Whether the bias of the forget gate starts at 1.</summary>
    public bool UnitForgetBias => Cell.UnitForgetBias;

    private LSTMCell Cell => (LSTMCell)OwnCell;

    private protected override bool IsUsual => Activation.Name == "tanh" && RecurrentActivation.Name == "sigmoid";

    private protected override (Tensor Sequence, Tensor[] States) AllSteps(Tensor x, Tensor[] states, Tensor? mask)
    {
        var (sequence, h, c) =
            Ops.Lstm(x, Kernel, RecurrentKernel, Bias?.Value, (states[0], states[1]), mask, GoBackwards);
        return (sequence, [h, c]);
    }

    private protected override Tensor Dropped(Tensor x, BaseRNNCell.DropMasks drops) =>
        base.Dropped(x, drops.Below1(Cell));
}
