using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>A recurrent layer that goes through sequences in both directions.</summary>
/// <remarks>The two layers are made anew from the given one's configuration.</remarks>
/// <example><code>
/// var y = new Bidirectional(new LSTM(16)).Apply(Keras.Input([10, 8]));
/// Console.WriteLine(y.Shape); // (None, 32)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class Bidirectional : Layer
{
    private readonly Tensor[]? _weights; // until they are built

    /// <summary>Makes the layer; its weights come with the first input.</summary>
    /// <param name="layer">The recurrent layer of which one for each direction is made.</param>
    /// <param name="mergeMode">
    /// What becomes of the two results: <c>concat</c>, <c>sum</c>, <c>mul</c>, <c>ave</c>; null gives both.
    /// </param>
    /// <param name="weights">The first values of the weights, forward and backward; made where null.</param>
    /// <param name="backwardLayer">
    /// The layer of the other direction; made of <paramref name="layer"/> where null.
    /// </param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights.</param>
    /// <exception cref="ArgumentException">The mode is another, or the layers do not go together.</exception>
    public Bidirectional(
        BaseRNN layer,
        string? mergeMode = "concat",
        [NotInConfig] IReadOnlyList<Tensor>? weights = null,
        BaseRNN? backwardLayer = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable)
    {
        ArgumentNullException.ThrowIfNull(layer);
        MergeMode = mergeMode is null or "concat" or "sum" or "mul" or "ave" ? mergeMode : throw new ArgumentException(
            $"Expected the mode 'concat', 'sum', 'mul', 'ave' or null. Received: mergeMode='{mergeMode}'.",
            nameof(mergeMode));
        ForwardLayer = Copy(layer, "forward_", goBackwards: null);
        BackwardLayer = backwardLayer ?? Copy(layer, "backward_", goBackwards: true);
        CheckLayers(ForwardLayer, BackwardLayer);
        ForwardLayer.ZeroOutputForMask = BackwardLayer.ZeroOutputForMask = layer.ReturnSequences;
        _weights = weights is null ? null : [.. weights];
        InputSpec = layer.InputSpec;
    }

    /// <summary>The layer that begins at the first step.</summary>
    [ConfigKey("layer")]
    public BaseRNN ForwardLayer { get; }

    /// <summary>The layer that begins at the last step.</summary>
    public BaseRNN BackwardLayer { get; }

    /// <summary>What becomes of the two results; null gives both.</summary>
    public string? MergeMode { get; }

    /// <summary>Whether the output has all steps.</summary>
    [NotInConfig]
    public bool ReturnSequences => ForwardLayer.ReturnSequences;

    /// <summary>Whether the last states come too.</summary>
    [NotInConfig]
    public bool ReturnState => ForwardLayer.ReturnState;

    /// <summary>Whether a batch begins with the states at which the one before ended.</summary>
    [NotInConfig]
    public bool Stateful => ForwardLayer.Stateful;

    /// <summary>The states that stateful layers have kept, forward and backward; null before they were built.</summary>
    [NotInConfig]
    public IReadOnlyList<Variable>? States => ForwardLayer.States is { } forward && BackwardLayer.States is { } backward
        ? [.. forward, .. backward]
        : null;

    internal override IReadOnlyList<string> CallArgumentNames => ["initial_state", "mask"];

    internal override IReadOnlyList<string> BuildArgumentNames => ["sequences", "initial_state"];

    /// <summary>Applies this layer to a sequence, beginning with states, and gives all its results.</summary>
    /// <param name="inputs">(batch, steps, features)</param>
    /// <param name="initialState">The states before the first step: those forward, then those backward.</param>
    /// <param name="training">Whether this is training; as the layer around this one says where null.</param>
    /// <param name="mask">Which steps count; what the inputs carry where null.</param>
    /// <returns>The output, or both without a merge mode, then the last states where the layers return them.</returns>
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

    /// <summary>Sets the kept states to zero.</summary>
    /// <exception cref="InvalidOperationException">The layers keep none.</exception>
    public void ResetState()
    {
        if (!Stateful)
        {
            throw new InvalidOperationException(
                $"{ClassName} '{Name}' keeps no states: make its layer with stateful: true.");
        }

        ForwardLayer.ResetState();
        BackwardLayer.ResetState();
    }

    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ForwardLayer.BuildFor(inputShape);
        BackwardLayer.BuildFor(inputShape);
        if (_weights is not null)
        {
            ForwardLayer.SetWeights(_weights[..(_weights.Length / 2)]);
            BackwardLayer.SetWeights(_weights[(_weights.Length / 2)..]);
        }
    }

    /// <inheritdoc/>
    protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        var initial = context.Argument("initial_state");
        var half = (initial?.Count ?? 0) / 2;
        var forward = Parts(ForwardLayer, inputs, initial?.Take(half), context);
        var backward = Parts(BackwardLayer, inputs, initial?.Skip(half), context);
        var y = Ops.Cast(forward[0].Value, ComputeDType);
        var back = Ops.Cast(backward[0].Value, ComputeDType);
        back = ReturnSequences ? Ops.Flip(back, axis: 1) : back;
        Nested<Tensor>[] outputs = MergeMode is null ? [y, back] : [Merge(y, back)];
        return ReturnState || MergeMode is null
            ? Nested.List<Tensor>([.. outputs, .. forward.Skip(1), .. backward.Skip(1)])
            : outputs[0];
    }

    /// <inheritdoc/>
    protected override Nested<Tensor>? ComputeMask(Nested<Tensor> inputs, Nested<Tensor>? mask) => null;

    private static Nested<Tensor>[] Parts(
        BaseRNN layer, Nested<Tensor> inputs, IEnumerable<Nested<Tensor>>? states, CallContext context)
    {
        var result = states is null
            ? layer.ApplyMany(inputs, context.Training, context.Mask)
            : layer.ApplyMany(inputs, Nested.List<Tensor>([.. states]), context.Training, context.Mask);
        return layer.ReturnState ? [.. result] : [result];
    }

    private static BaseRNN Copy(BaseRNN layer, string prefix, bool? goBackwards)
    {
        var config = KerasRegistry.SerializeObject(layer);
        var own = config["config"]!;
        own["name"] = layer.Name.StartsWith(prefix, StringComparison.Ordinal) ? layer.Name : prefix + layer.Name;
        if (goBackwards is { } backwards)
        {
            own["go_backwards"] = backwards;
        }

        return KerasRegistry.Deserialize<BaseRNN>(config)!;
    }

    private static void CheckLayers(BaseRNN forward, BaseRNN backward)
    {
        if (forward.GoBackwards == backward.GoBackwards)
        {
            throw new ArgumentException(
                $"Expected layers of both directions. Received: two with goBackwards={forward.GoBackwards}.");
        }

        if ((forward.Stateful, forward.ReturnSequences, forward.ReturnState)
            != (backward.Stateful, backward.ReturnSequences, backward.ReturnState))
        {
            throw new ArgumentException(
                "Expected layers that agree in stateful, returnSequences and returnState. Received: "
                + $"{forward.Stateful}, {forward.ReturnSequences}, {forward.ReturnState} and "
                + $"{backward.Stateful}, {backward.ReturnSequences}, {backward.ReturnState}.");
        }
    }

    private Tensor Merge(Tensor y, Tensor back) => MergeMode switch
    {
        "concat" => Ops.Concatenate([y, back], axis: -1),
        "sum" => y + back,
        "mul" => y * back,
        _ => (y + back) / 2,
    };
}
