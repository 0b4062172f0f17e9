using Hornet.Constraints;
using Hornet.Initializers;
using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A recurrent layer of one cell of units.</summary>
public abstract partial class BaseCellRNN : BaseRNN
{
    private readonly BaseRNNCell _cell;

    private protected BaseCellRNN(
        [NotInConfig] BaseRNNCell cell,
        bool returnSequences,
        bool returnState,
        bool goBackwards,
        bool stateful,
        bool unroll,
        bool zeroOutputForMask,
        Regularizer? activityRegularizer,
        string? name,
        DTypePolicy? dtype,
        bool trainable)
        : base(
            returnSequences, returnState, goBackwards, stateful, unroll, zeroOutputForMask, activityRegularizer, name,
            dtype, trainable) => _cell = cell;

    /// <summary>The size of a state.</summary>
    public int Units => _cell.Units;

    /// <summary>Applied to what is new.</summary>
    public ActivationFunction Activation => _cell.Activation;

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias => _cell.UseBias;

    /// <summary>Makes the kernel's first value.</summary>
    public Initializer KernelInitializer => _cell.KernelInitializer;

    /// <summary>Makes the recurrent kernel's first value.</summary>
    public Initializer RecurrentInitializer => _cell.RecurrentInitializer;

    /// <summary>Makes the bias's first value.</summary>
    public Initializer BiasInitializer => _cell.BiasInitializer;

    /// <summary>A penalty on the kernel.</summary>
    public Regularizer? KernelRegularizer => _cell.KernelRegularizer;

    /// <summary>A penalty on the recurrent kernel.</summary>
    public Regularizer? RecurrentRegularizer => _cell.RecurrentRegularizer;

    /// <summary>A penalty on the bias.</summary>
    public Regularizer? BiasRegularizer => _cell.BiasRegularizer;

    /// <summary>What the kernel is brought back to after each update.</summary>
    public Constraint? KernelConstraint => _cell.KernelConstraint;

    /// <summary>What the recurrent kernel is brought back to after each update.</summary>
    public Constraint? RecurrentConstraint => _cell.RecurrentConstraint;

    /// <summary>What the bias is brought back to after each update.</summary>
    public Constraint? BiasConstraint => _cell.BiasConstraint;

    /// <summary>Which part of the inputs is dropped in training.</summary>
    public double Dropout => _cell.Dropout;

    /// <summary>Which part of h is dropped in training.</summary>
    public double RecurrentDropout => _cell.RecurrentDropout;

    /// <summary>Where the randomness of what is dropped starts; drawn where null.</summary>
    public Seed? Seed => _cell.Seed;

    /// <summary>The kernel: (features, gates · units).</summary>
    public Variable Kernel => _cell.Kernel;

    /// <summary>The recurrent kernel: (units, gates · units).</summary>
    public Variable RecurrentKernel => _cell.RecurrentKernel;

    /// <summary>The bias: (gates · units,); null without one.</summary>
    public Variable? Bias => _cell.Bias;

    private protected BaseRNNCell OwnCell => _cell;

    private protected override IReadOnlyList<int> StateSizes => _cell.StateSizes;

    private protected override void BuildCell(Shape stepShape) => _cell.BuildFor(stepShape);

    private protected override Tensor[] ZeroStates(Tensor step)
    {
        var zeros = Ops.ZerosLike(Ops.Matmul(step, Kernel)[.., ..Units]);
        return [.. StateSizes.Select(_ => zeros)];
    }

    private protected override RnnResult Loop(Tensor x, Tensor[] states, Tensor? mask, bool training)
    {
        var drops = _cell.Dropout > 0 || _cell.RecurrentDropout > 0 ? _cell.Drops(x[.., 0], states[0]) : default;
        drops = training ? drops : default;
        return Fused(x, states, mask, drops) ??
            Unrolled(x, states, mask, (step, before) => _cell.Step(step, before, drops));
    }

    /// <summary>Whether the activations are those of the kernel.</summary>
    private protected abstract bool IsUsual { get; }

    /// <summary>The sequence of h and the last states, in one kernel.</summary>
    private protected abstract (Tensor Sequence, Tensor[] States) AllSteps(Tensor x, Tensor[] states, Tensor? mask);

    // Null where no kernel does it.
    private RnnResult? Fused(Tensor x, Tensor[] states, Tensor? mask, BaseRNNCell.DropMasks drops)
    {
        if (Unroll || !IsUsual || drops.Recurrent is not null)
        {
            return null;
        }

        var (sequence, last) = AllSteps(Dropped(x, drops), states, mask);
        var zeroed = Zeroed(sequence, mask);
        return new(zeroed, last, ReferenceEquals(zeroed, sequence) ? last[0] : null);
    }

    /// <summary>The inputs, of which a part is dropped.</summary>
    private protected virtual Tensor Dropped(Tensor x, BaseRNNCell.DropMasks drops) =>
        drops.Input is [var factors] ? x * Ops.ExpandDims(factors, axis: 1) : x;
}
