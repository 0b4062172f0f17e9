namespace Hornet;

/// <summary>The outputs of a model, flat, and how targets, weights, losses and metrics find theirs.</summary>
internal sealed class OutputMap
{
    private readonly Nested<Tensor> _outputs;

    /// <param name="outputs">What the model gave.</param>
    /// <param name="names">The names of the layers that made the outputs, where they are known.</param>
    public OutputMap(Nested<Tensor> outputs, IReadOnlyList<string> names)
    {
        _outputs = outputs;
        Flat = outputs.Flatten();
        var isFlatDictionary = outputs.IsDictionary && outputs.All(part => part.IsLeaf);
        Names = isFlatDictionary ? [.. outputs.Keys.Order(StringComparer.Ordinal)]
            : names.Count == Flat.Count ? names
            : null;
    }

    public IReadOnlyList<Tensor> Flat { get; }

    /// <summary>A name for each output; null where none are known.</summary>
    public IReadOnlyList<string>? Names { get; }

    /// <summary>An output by its name, or where it has none by its place.</summary>
    public string Describe(int output) => Names is null ? $"Output {output}" : $"Output '{Names[output]}'";

    /// <summary>One value for each output, null where there is none.</summary>
    /// <param name="values">A value for the only output, a list, or a dictionary by the outputs' names.</param>
    /// <param name="argument">What the values are, for the error.</param>
    public Nested<T>?[] Align<T>(Nested<T> values, string argument)
    {
        if (Flat.Count == 1)
        {
            return [AlignOne(values)];
        }

        if (values.IsDictionary && Names is not null && values.Keys.All(key => Names.Contains(key)))
        {
            return [.. Names.Select(name => values.TryGet(name, out var value) ? value : null)];
        }

        if (values.IsList && values.Count == Flat.Count)
        {
            return [.. values];
        }

        return values.HasStructureOf(_outputs)
            ? [.. values.Flatten().Select(value => new Nested<T>(value))]
            : throw new ArgumentException(
                $"`{argument}` should match the model's {Flat.Count} outputs" +
                (Names is null ? string.Empty : $" ({string.Join(", ", Names)})") +
                $": a list with one entry for each, or a dictionary by their names. Received: {Describe(values)}.");
    }

    private Nested<T> AlignOne<T>(Nested<T> values)
    {
        if (values is { IsDictionary: true, Count: 1 } && (Names is null || Names[0] == values.Keys[0]))
        {
            return values[values.Keys[0]];
        }

        return values is { IsList: true, Count: 1 } ? values[0] : values;
    }

    private static string Describe<T>(Nested<T> values) =>
        values.IsLeaf
            ? "one value" : $"{values.Select(value => value is Tensor tensor ? (object)tensor.Spec : value!)}";
}
