namespace Hornet.Layers;

/// <summary>Compares a layer's inputs with what it expects, and says what does not fit.</summary>
internal static class InputCheck
{
    public static void Run(IReadOnlyList<InputSpec>? specs, Nested<Tensor> inputs, string layer)
    {
        if (specs is null or [])
        {
            return;
        }

        var tensors = inputs.IsDictionary && specs.All(spec => spec.Name is not null)
            ? [.. specs.Select(spec => Find(inputs, spec.Name!, specs))]
            : inputs.Flatten();
        if (tensors.Count != specs.Count)
        {
            throw WrongCount(specs, tensors.Count, layer);
        }

        for (var i = 0; i < tensors.Count; i++)
        {
            Check(specs[i], tensors[i], i, layer);
        }
    }

    public static ArgumentException Missing(
        string name, IEnumerable<string> given, IEnumerable<string> expected) => new(
        $"Missing data for input \"{name}\". You passed a data dictionary with keys [{Quoted(given)}]. " +
        $"Expected the following keys: [{Quoted(expected)}]");

    private static void Check(InputSpec spec, Tensor? tensor, int index, string layer)
    {
        if (tensor is null)
        {
            if (!spec.Optional)
            {
                throw new ArgumentException(
                    $"Inputs to a layer should be tensors. Received: null as input {index} of layer '{layer}'.");
            }
        }
        else if (spec.WhyNot(tensor.Spec) is { } reason)
        {
            throw new ArgumentException(
                $"Input {index} with name '{spec.Name ?? "None"}' of layer '{layer}' is incompatible with the layer: " +
                $"{reason}");
        }
    }

    private static Tensor Find(Nested<Tensor> inputs, string name, IReadOnlyList<InputSpec> specs) =>
        inputs.TryGet(name, out var part) && part.IsLeaf ? part.Value
            : throw Missing(name, inputs.Keys, specs.Select(spec => spec.Name!));

    private static ArgumentException WrongCount(IReadOnlyList<InputSpec> specs, int count, string layer) =>
        specs.All(spec => spec.Name is not null)
            ? new($"Layer \"{layer}\" expects {specs.Count} named input(s) with keys " +
                $"[{Quoted(specs.Select(spec => spec.Name!))}], but it received {count} input tensors. " +
                "Pass them as a list in this order, or as a dictionary with these keys.")
            : new($"Layer \"{layer}\" expects {specs.Count} input(s), but it received {count} input tensors.");

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
