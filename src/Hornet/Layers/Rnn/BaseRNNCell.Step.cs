using Hornet.Serialization;

namespace Hornet.Layers;

/// <content>How it computes.</content>
public abstract partial class BaseRNNCell
{
    internal override IReadOnlyList<string> CallArgumentNames => ["states"];

    /// <summary>How many states it goes on from.</summary>
    private protected virtual int StateCount => 1;

    /// <summary>The size of each state.</summary>
    internal IReadOnlyList<int> StateSizes => [.. Enumerable.Repeat(Units, StateCount)];

    /// <inheritdoc/>
    [NotInConfig]
    public Nested<int> StateSize => StateCount == 1 ? Units : StateSizes.ToArray();

    /// <inheritdoc/>
    [NotInConfig]
    public int OutputSize => Units;

    /// <summary>Applies this layer to an input and states.</summary>
    /// <param name="inputs">(batch, features)</param>
    /// <param name="states">The states, each (batch, units).</param>
    /// <param name="training">Whether this is training; as the layer around this one says where null.</param>
    /// <returns>The output, then the next states.</returns>
    public Nested<Tensor> ApplyMany(Nested<Tensor> inputs, Nested<Tensor> states, bool? training = null) =>
        Enter(new CallArguments(inputs, new Dictionary<string, Nested<Tensor>> { ["states"] = states }, training));

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        _kernel = AddWeight(
            "kernel", [inputShape[^1], _gates * Units], KernelInitializer,
            regularizer: KernelRegularizer, constraint: KernelConstraint);
        _recurrentKernel = AddWeight(
            "recurrent_kernel", [Units, _gates * Units], RecurrentInitializer,
            regularizer: RecurrentRegularizer, constraint: RecurrentConstraint);
        Bias = UseBias ? MakeBias() : null;
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        var given = context.Argument("states");
        var states = given?.Flatten().ToArray();
        if (given is null || states!.Length != StateCount || states.Contains(null))
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': expected {StateCount} states of (batch, {Units}). Received: " +
                $"{states?.Length ?? 0}. Call it with states: [...].");
        }

        var drops = Drops(inputs.Value, states[0]);
        var (output, next) = Step(inputs.Value, states, context.Training ? drops : default);
        return Nested.List<Tensor>([output, given.IsLeaf ? next[0] : Nested.List<Tensor>([.. next])]);
    }

    /// <summary>What is dropped at all steps of a sequence. Draws even where nothing is used, as Keras does.</summary>
    internal DropMasks Drops(Tensor x, Tensor h)
    {
        // Where h is dropped too, each gate has its own choice.
        var count = RecurrentDropout > 0 ? _gates : 1;
        return new(Draw(x, Dropout, count), Draw(h, RecurrentDropout, count));
    }

    /// <summary>The output and the next states.</summary>
    internal abstract (Tensor Output, Tensor[] States) Step(Tensor x, Tensor[] states, DropMasks drops);

    private protected virtual Variable MakeBias() => AddBias([_gates * Units], BiasInitializer);

    private protected Variable AddBias(Shape shape, Hornet.Initializers.Initializer initializer) =>
        AddWeight("bias", shape, initializer, regularizer: BiasRegularizer, constraint: BiasConstraint);

    // One product for all gates, or one for each where each has its own factors.
    private protected static Tensor Product(Tensor x, Tensor kernel, Tensor[]? masks) => masks switch
    {
        null => Ops.Matmul(x, kernel),
        [var mask] => Ops.Matmul(x * mask, kernel),
        _ => Ops.Concatenate(
            [.. Ops.Split(kernel, masks.Length, axis: 1).Zip(masks, (part, mask) => Ops.Matmul(x * mask, part))],
                axis: -1),
    };

    private Tensor[]? Draw(Tensor like, double rate, int count)
    {
        var ones = Ops.OnesLike(like);
        return rate > 0
            ? [.. Enumerable.Range(0, count).Select(_ => Keras.Random.Dropout(ones, rate, seed: _seedGenerator))]
            : null;
    }

    /// <summary>The factors of inputs and of h: one for all gates, one for each, or none.</summary>
    internal readonly record struct DropMasks(Tensor[]? Input, Tensor[]? Recurrent)
    {
        /// <summary>Without those of which a rate of 1 leaves nothing, as gated cells take them.</summary>
        public DropMasks Below1(BaseRNNCell cell) => new(
            cell.Dropout < 1 ? Input : null, cell.RecurrentDropout < 1 ? Recurrent : null);
    }
}
