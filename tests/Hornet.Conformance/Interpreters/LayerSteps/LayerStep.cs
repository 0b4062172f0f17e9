using System.Reflection;
using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>One use of a preprocessing layer: a call, a shape, random numbers, a transformation.</summary>
internal sealed class LayerStep(Layer layer, ProgramBinder binder, Tolerances tolerances)
{
    /// <summary>What differs from Keras's result; nothing where they agree.</summary>
    public string? Difference(CorpusNode step, int index)
    {
        var what = step["op"].Text();
        object? received = what switch
        {
            "call" => Call(step, TensorsOf(step["x"].Value())),
            "spec" => Unwrap(layer.Apply(TensorsOf(step["x"].Value()))),
            "shape" => new CallBinder(binder).Bind(
                MethodsOf(layer, "compute_output_shape"), [step["x"].Value()], CorpusMap.Empty).Invoke(layer),
            "random" => Draw(step),
            "transform" => Transform(step),
            _ => throw new NotYetException($"the step {what}"),
        };
        return ProgramValues.Difference(
            step["out"].Value(), ScriptViews.Plain(received), tolerances, $"step {index}, {what}");
    }

    /// <summary>The public methods of any of the names.</summary>
    /// <exception cref="NotYetException">There is none.</exception>
    public static MethodInfo[] MethodsOf(object target, params string[] names)
    {
        var methods = target.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => names.Any(name => KerasNames.Match(name, method.Name))).ToArray();
        return methods.Length > 0 ? methods : throw new NotYetException($"{target.GetType().Name}.{names[0]}");
    }

    private object? Call(CorpusNode step, Nested<Tensor> x)
    {
        var (named, training) = (new Dictionary<string, Nested<Tensor>>(), (bool?)null);
        foreach (var (key, value) in step.Find("kwargs")?.Map().Entries ?? [])
        {
            if (key == "training")
            {
                training = value is CorpusBool flag ? flag.Value : null;
            }
            else
            {
                named[key] = binder.Nest(value);
            }
        }

        return Unwrap(layer.Reapply(new CallArguments(x, named, training)));
    }

    private object? Draw(CorpusNode step) => Invoke(
        "get_random_transformation", [step["x"].Value()]);

    private object? Transform(CorpusNode step)
    {
        var target = step["target"].Text();
        var isSingle = step.Find("single")?.Flag() is true;
        var name = isSingle
            ? $"transform_single_{(target.EndsWith("es", StringComparison.Ordinal) && target.Contains("box",
                StringComparison.Ordinal) ? target[..^2] : target[..^1])}"
            : $"transform_{target}";
        return Invoke(name, [step["x"].Value(), step["t"].Value()]);
    }

    private object? Invoke(string name, IReadOnlyList<CorpusValue> args)
    {
        var made = new CallBinder(binder).Bind(
            MethodsOf(layer, name), [.. args, new CorpusBool(true)], CorpusMap.Empty).Invoke(layer);
        return made is Nested<Tensor> nested ? Unwrap(nested) : made;
    }

    // Words are a tensor as numbers are.
    private Nested<Tensor> TensorsOf(CorpusValue value) => value switch
    {
        CorpusString word => Tensor.From([], [word.Value]),
        CorpusSequence words when Words(words, out var shape) is { } all => Tensor.From(shape, all),
        CorpusMap map => Nested.Dictionary(map.Entries.Select(
            entry => KeyValuePair.Create(entry.Key, TensorsOf(entry.Value)))),
        CorpusSequence list when binder.TryBind(list, typeof(Tensor)) is null =>
            Nested.List<Tensor>([.. list.Items.Select(TensorsOf)]),
        _ => binder.Nest(value) is { IsList: true } ? (Tensor)binder.TryBind(value, typeof(Tensor))!.Value.Value!
            : binder.Nest(value),
    };

    private static string[]? Words(CorpusSequence list, out Shape shape)
    {
        shape = Shape.Create([list.Count]);
        if (list.Count > 0 && list.Items.All(item => item is CorpusString))
        {
            return [.. list.Items.Select(item => ((CorpusString)item).Value)];
        }

        if (list.Count == 0 || !list.Items.All(item => item is CorpusSequence))
        {
            return null;
        }

        var rows = list.Items.Select(item => Words((CorpusSequence)item, out _)).ToArray();
        if (rows.Any(row => row is null || row.Length != rows[0]!.Length))
        {
            return null;
        }

        shape = Shape.Create([rows.Length, rows[0]!.Length]);
        return [.. rows.SelectMany(row => row!)];
    }

    private static object? Unwrap(Nested<Tensor> result) => result.IsLeaf ? (object?)result.Value : result;
}
