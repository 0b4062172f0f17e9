namespace Hornet.Layers;

/// <summary>What a layer's <c>Call</c> is told beside its inputs.</summary>
public sealed class CallContext
{
    private readonly CallArguments _arguments;

    internal CallContext(CallArguments arguments, bool training, Nested<Tensor>? mask) =>
        (_arguments, Training, Mask) = (arguments, training, mask);

    /// <summary>Whether this is training: said by the caller, else by the layer around this one, else false.</summary>
    public bool Training { get; }

    /// <summary>
    /// Which steps of the inputs count, for each input; null where no mask was given and no input carries one.
    /// </summary>
    public Nested<Tensor>? Mask { get; }

    /// <summary>A further tensor that the layer was called with; null where it was left out.</summary>
    /// <param name="name">Keras's name: <c>initial_state</c>, ...</param>
    public Nested<Tensor>? Argument(string name) => _arguments.Named.GetValueOrDefault(name);

    /// <summary>A further flag that the layer was called with; false where it was left out.</summary>
    /// <param name="name">Keras's name: <c>use_causal_mask</c>, ...</param>
    public bool Flag(string name) => _arguments.Flags.GetValueOrDefault(name);
}
