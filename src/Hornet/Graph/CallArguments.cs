namespace Hornet;

/// <summary>
/// What an operation is called with: its inputs, tensors with a name of their own, the training flag and others.
/// </summary>
/// <param name="inputs">Keras's first positional argument, or for an op all of them as a list.</param>
/// <param name="named">Further tensors, by Keras's name: <c>mask</c>, <c>initial_state</c>, ...</param>
/// <param name="training">Whether this is training; null where the caller's say holds.</param>
/// <param name="flags">Further flags, by Keras's name: <c>use_causal_mask</c>, ...</param>
public sealed class CallArguments(
    Nested<Tensor> inputs,
    IReadOnlyDictionary<string, Nested<Tensor>>? named = null,
    bool? training = null,
    IReadOnlyDictionary<string, bool>? flags = null)
{
    /// <summary>The inputs.</summary>
    public Nested<Tensor> Inputs { get; } = inputs;

    /// <summary>Further tensors, by Keras's name.</summary>
    public IReadOnlyDictionary<string, Nested<Tensor>> Named { get; } = named ?? new Dictionary<string,
        Nested<Tensor>>();

    /// <summary>Whether this is training; null where the caller's say holds.</summary>
    public bool? Training { get; } = training;

    /// <summary>Further flags, by Keras's name; one that was left out has its default.</summary>
    public IReadOnlyDictionary<string, bool> Flags { get; } = flags ?? new Dictionary<string, bool>();

    /// <summary>Those of the named tensors that are written by position, after the inputs.</summary>
    internal IReadOnlyList<string> Positional { get; init; } = [];

    /// <summary>The name with which the inputs are written; null where they are by position.</summary>
    internal string? InputsName { get; init; }

    /// <summary>
    /// All tensors: those by position, then the others in the order of their names, which Keras's files rely on. What
    /// was left out is not among them.
    /// </summary>
    public IEnumerable<Tensor> Tensors
    {
        get
        {
            var others = Named.Where(pair => !Positional.Contains(pair.Key));
            others = InputsName is null ? others : others.Append(new(InputsName, Inputs));
            return (InputsName is null ? Inputs.Flatten() : [])
                .Concat(Positional.SelectMany(name => Named[name].Flatten()))
                .Concat(others.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .SelectMany(pair => pair.Value.Flatten()))
                .Where(tensor => tensor is not null);
        }
    }

    /// <summary>The same arguments with other tensors in their places.</summary>
    public CallArguments Select(Func<Tensor, Tensor> selector) => With(
        Map(Inputs, selector), Named.ToDictionary(pair => pair.Key, pair => Map(pair.Value, selector)));

    /// <summary>The same arguments with other inputs.</summary>
    internal CallArguments With(Nested<Tensor> inputs) => With(inputs, Named);

    private CallArguments With(Nested<Tensor> inputs, IReadOnlyDictionary<string, Nested<Tensor>> named) =>
        new(inputs, named, Training, Flags) { Positional = Positional, InputsName = InputsName };

    private static Nested<Tensor> Map(Nested<Tensor> tensors, Func<Tensor, Tensor> selector) =>
        tensors.Select(tensor => tensor is null ? tensor! : selector(tensor));
}
