using Hornet.Regularizers;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A layer that goes through the steps of a sequence and remembers.</summary>
public abstract partial class BaseRNN : Layer
{
    [NotTracked]
    private Variable[]? _states; // no weights: they are what the last batch left

    private protected BaseRNN(
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
        : base(name, dtype, trainable, activityRegularizer)
    {
        ReturnSequences = returnSequences;
        ReturnState = returnState;
        GoBackwards = goBackwards;
        Stateful = stateful;
        Unroll = unroll;
        ZeroOutputForMask = zeroOutputForMask;
        InputSpec = [new InputSpec(ndim: 3)];
    }

    /// <summary>Whether the output has all steps.</summary>
    public bool ReturnSequences { get; }

    /// <summary>Whether the last states come too.</summary>
    public bool ReturnState { get; }

    /// <summary>Whether it begins at the last step.</summary>
    public bool GoBackwards { get; }

    /// <summary>Whether a batch begins with the states at which the one before ended.</summary>
    public bool Stateful { get; }

    /// <summary>Whether the steps are computed one by one in ops.</summary>
    public bool Unroll { get; }

    /// <summary>Whether the output of a step that does not count is zero.</summary>
    public bool ZeroOutputForMask { get; internal set; } // a layer of both directions sets it

    /// <summary>The states that a stateful layer has kept; null before it was built.</summary>
    public IReadOnlyList<Variable>? States => _states;

    /// <summary>The size of each state.</summary>
    private protected abstract IReadOnlyList<int> StateSizes { get; }

    /// <summary>Applies this layer to a sequence, beginning with states.</summary>
    /// <param name="inputs">(batch, steps, features)</param>
    /// <param name="initialState">The states before the first step, each (batch, units).</param>
    /// <param name="training">Whether this is training; as the layer around this one says where null.</param>
    /// <param name="mask">Which steps count; what the inputs carry where null.</param>
    /// <returns>The only result.</returns>
    public Tensor Apply(
        Nested<Tensor> inputs, Nested<Tensor> initialState, bool? training = null, Nested<Tensor>? mask = null)
    {
        var outputs = ApplyMany(inputs, initialState, training, mask);
        return outputs.IsLeaf ? outputs.Value : throw new InvalidOperationException(
            $"{ClassName} '{Name}' has {outputs.Count} outputs. Take them with ApplyMany.");
    }

    /// <summary>Applies this layer to a sequence, beginning with states, and gives all its results.</summary>
    /// <inheritdoc cref="Apply(Nested{Tensor}, Nested{Tensor}, bool?, Nested{Tensor}?)"/>
    /// <returns>The output, then the last states where the layer returns them.</returns>
    public Nested<Tensor> ApplyMany(
        Nested<Tensor> inputs, Nested<Tensor> initialState, bool? training = null, Nested<Tensor>? mask = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(initialState);
        var named = new Dictionary<string, Nested<Tensor>> { ["initial_state"] = initialState };
        if (mask is not null)
        {
            named["mask"] = mask;
        }

        return Enter(new CallArguments(inputs, named, training));
    }

    internal override IReadOnlyList<string> CallArgumentNames => ["initial_state", "mask"];

    internal override IReadOnlyList<string> BuildArgumentNames => ["sequences", "initial_state"];

    /// <summary>Sets the kept states to zero.</summary>
    public void ResetState()
    {
        foreach (var state in _states ?? [])
        {
            state.Assign(Ops.ZerosLike(state.Raw));
        }
    }

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        BuildCell([inputShape[0], .. inputShape[2..]]);
        if (Stateful)
        {
            var batch = inputShape[0] ?? throw new ArgumentException(
                $"{ClassName} '{Name}': a stateful layer keeps its states from batch to batch, so expected a " +
                $"batch size " +
                $"that is known. Received: {inputShape}. Give it with Keras.Input(batchShape: ...).");
            _states = [.. StateSizes.Select(size =>
                new Variable(Ops.Zeros([batch, size], VariableDType), trainable: false, name: "rnn_state"))];
        }
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        var x = inputs.Value;
        if (x.Shape[1] == 0)
        {
            throw new ShapeException($"{ClassName} '{Name}'", "a sequence of at least one step", $"x={x.Spec}");
        }

        var result = Loop(x, StatesBefore(x, context), Mask(context), context.Training);
        for (var i = 0; i < (_states?.Length ?? 0); i++)
        {
            _states![i].Assign(result.States[i]);
        }

        var output = ReturnSequences ? result.Sequence : result.Last ?? result.Sequence[.., -1];
        return ReturnState ? Nested.List<Tensor>([output, .. Structured(result.States)]) : output;
    }

    /// <summary>The states as the layer returns them.</summary>
    private protected virtual IEnumerable<Nested<Tensor>> Structured(Tensor[] states) =>
        states.Select(state => (Nested<Tensor>)state);

    /// <summary>What stands for the output before, where a step does not count.</summary>
    private protected virtual Tensor OutputBefore(Tensor[] states) => states[0];

    /// <inheritdoc/>
    protected override Nested<Tensor>? ComputeMask(Nested<Tensor> inputs, Nested<Tensor>? mask) => null;

    private protected abstract void BuildCell(Shape stepShape);

    /// <summary>States of zeros for a batch whose size may be unknown: that of a step's input.</summary>
    private protected abstract Tensor[] ZeroStates(Tensor step);

    private protected abstract RnnResult Loop(Tensor x, Tensor[] states, Tensor? mask, bool training);

    /// <summary>The outputs with zeros where a step does not count, where that is wanted.</summary>
    private protected Tensor Zeroed(Tensor sequence, Tensor? mask)
    {
        if (mask is null || !ZeroOutputForMask)
        {
            return sequence;
        }

        var counts = GoBackwards ? Ops.Flip(mask, axis: 1) : mask;
        return Ops.Where(Ops.ExpandDims(counts, axis: -1), sequence, Ops.ZerosLike(sequence));
    }

    private static Tensor? Mask(CallContext context)
    {
        if (context.Mask?.Flatten() is not [{ } mask, ..])
        {
            return null;
        }

        var counts = Ops.Cast(mask, DType.Bool);
        return counts.Rank == 3 ? Ops.Squeeze(counts, axis: 2) : counts;
    }

    private Tensor[] StatesBefore(Tensor x, CallContext context)
    {
        // A batch of unknown size is only asked for its shape.
        var kept = x.Shape[0] is null ? null : _states;
        var given = context.Argument("initial_state")?.Flatten() ?? kept?.Select(state => state.Value).ToList();
        if (given is null || given.TrueForAll(state => state is null))
        {
            return ZeroStates(x[.., 0]);
        }

        Shape[] shapes = [.. StateSizes.Select(size => Shape.Create([x.Shape[0], size]))];
        return given.Count == shapes.Length && given.Zip(shapes).All(pair => Shape.Agree(pair.First.Shape, pair.Second))
            ? [.. given.Select(state => Ops.Cast(state, ComputeDType))]
            : throw new ArgumentException(
                $"{ClassName} '{Name}': expected {shapes.Length} states of the shapes " +
                $"{string.Join(", ", (object[])shapes)}. " +
                $"Received: {string.Join(", ", given.Select(state => state.Spec))}. A stateful layer takes " +
                $"batches of one size.");
    }
}

/// <summary>What a pass through a sequence gives.</summary>
/// <param name="Sequence">The outputs of all steps, in the order of the computation.</param>
/// <param name="States">The states after the last step.</param>
/// <param name="Last">The output of the last step, where it need not be cut out of the sequence.</param>
internal readonly record struct RnnResult(Tensor Sequence, Tensor[] States, Tensor? Last = null);
