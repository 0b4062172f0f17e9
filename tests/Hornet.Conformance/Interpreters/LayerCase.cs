using System.Text.Json;
using Hornet.Layers;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>One layer that is built, given its weights, called and differentiated.</summary>
internal sealed class LayerCase(CorpusCase line, Layer layer, Layer symbolic)
{
    private readonly LayerCall _call = new(line.Root, layer);

    private Variable[] States => [.. layer.Variables.Except(layer.Weights)];

    // Sums over half-precision products are as inexact as their factors, whatever their own dtype.
    private Tolerances Tolerance => layer.ComputeDType is DType.Float16 or DType.BFloat16
        ? Tolerances.Same(line.Tolerances.For(layer.ComputeDType.KerasName()))
        : line.Tolerances;

    /// <summary>The first thing that is not as Keras has it; null where all is.</summary>
    public string? Difference() => Config() ?? Symbolic() ?? Build() ?? Call() ?? Then() ?? Reset();

    private string? Config()
    {
        var written = JsonSerializer.SerializeToElement(KerasRegistry.SerializeObject(layer));
        return JsonCompare.Difference(line["layer"].Raw.GetProperty("o"), written, "config");
    }

    private string? Symbolic()
    {
        if (line.Root.Find("symbolic_error") is not null)
        {
            try
            {
                return $"symbolic: Expected a refusal. Received: {_call.ApplySymbolic(symbolic)}.";
            }
            catch (Exception error) when (Refusals.Includes(error))
            {
                return null;
            }
        }

        if (line.Root.Find("symbolic_out") is not { } expected)
        {
            return null;
        }

        if (symbolic is BaseRNN { Stateful: true } or Bidirectional { Stateful: true })
        {
            symbolic.BuildFor(_call.Arguments.Inputs.Select(input => input.Shape)); // an unknown batch builds none
        }

        var received = Actual.Of(_call.ApplySymbolic(symbolic));
        return CorpusCompare.Difference(expected.ValueOrMap(), received, Tolerances.Exact,
            "symbolic_out") is { } difference
            ? CorpusCompare.Difference(AsComputed(expected), received, Tolerances.Exact, "symbolic_out") is null
                ? null : difference
            : null;
    }

    // Some layers of Keras claim their compute dtype of what they give in the dtype of an integer input.
    private CorpusValue AsComputed(CorpusNode expected) =>
        expected.Value() is CorpusKerasTensor claim && line.Root.Find("out")?.Value() is CorpusArray computed
            ? claim with { DType = computed.DType }
            : expected.ValueOrMap();

    private string? Build()
    {
        if (layer is BaseMultiHeadAttention attention)
        {
            attention.BuildFor(
                _call.Arguments.Inputs.Value.Shape, Named("value")!, Named("key"));
        }
        else
        {
            layer.BuildFor(_call.Arguments.Inputs.Select(input => input.Shape));
        }

        var weights = layer.Weights;
        var expected = line["weights"].Items();
        if (weights.Count != expected.Count)
        {
            var paths = string.Join(", ", weights.Select(each => each.Path));
            return $"weights: Expected {expected.Count}. Received: {paths}.";
        }

        for (var i = 0; i < weights.Count; i++)
        {
            if (Weight(weights[i], Fields(expected[i]), line.Root.Find("initial")?[i]) is { } difference)
            {
                return difference;
            }
        }

        return Seeds() ?? (layer.CountParams() == line["param_count"].Integer()
            ? null : $"param_count: Expected {line["param_count"]}. Received: {layer.CountParams()}.");
    }

    private Shape? Named(string argument) => _call.Arguments.Named.GetValueOrDefault(argument)?.Value?.Shape;

    private string? Weight(Variable weight, CorpusNode expected, CorpusNode? initial)
    {
        var path = expected["path"].Text();
        var array = (CorpusArray)expected["array"].Value();
        var difference = weight.Path != path ? $"weights: Expected the path {path}. Received: {weight.Path}."
            : weight.Trainable != expected["trainable"].Flag() ? $"{path}: Received: trainable={weight.Trainable}."
            : initial is { IsNull: false } first && !IsRandom((CorpusArray)first.Value())
                ? CorpusCompare.Difference(first.Value(), Actual.Of(weight.Raw), line.Tolerances, $"initial {path}")
            : null;
        if (difference is null)
        {
            weight.Assign(CorpusTensors.Of(array));
        }

        return difference;
    }

    // These groups were recorded on torch, which draws other numbers from a seed.
    private bool IsRandom(CorpusArray initial) =>
        line.Group is "convolutional" or "rnn" or "tests" && initial.ToDoubles().Distinct().Count() > 2;

    private string? Seeds()
    {
        var seeds = line.Root.Find("seeds")?.Items() ?? [];
        var states = States;
        if (states.Length != seeds.Count)
        {
            return $"seeds: Expected {seeds.Count}. Received: {states.Length}.";
        }

        for (var i = 0; i < states.Length; i++)
        {
            states[i].Assign(Ops.Cast(CorpusTensors.Of((CorpusArray)Fields(seeds[i])["array"].Value()), DType.UInt32));
        }

        return null;
    }

    // Some gradients were recorded without the masks that the inputs carry: one of both must agree.
    private string? Call()
    {
        var start = layer.Variables.Select(variable => variable.Raw).ToArray();
        var difference = Call(withMasks: true);
        if (difference is null || !line.Has("in_mask") || !difference.StartsWith("grads", StringComparison.Ordinal))
        {
            return difference;
        }

        foreach (var (variable, value) in layer.Variables.Zip(start))
        {
            variable.Assign(value);
        }

        return Call(withMasks: false);
    }

    private string? Call(bool withMasks)
    {
        if (!withMasks)
        {
            _call.DropMasks();
        }

        using var tape = new GradientTape();
        var sources = _call.Sources;
        foreach (var source in sources)
        {
            tape.Watch(source);
        }

        var outputs = _call.Apply(layer);
        var weights = layer.Weights.Where(weight => weight.Trainable && weight.DType.IsFloating()).ToArray();
        var difference = !withMasks ? null : Compare("out", line["out"], Actual.Of(outputs))
            ?? Masks(outputs)
            ?? Losses()
            ?? Changed(line.Root, "weights_after", layer.Weights)
            ?? Changed(line.Root, "seeds_after", States);
        // The corpus does not cover the gradients of these.
        var isRecorded = layer is not (BaseRNN { Stateful: true } or Bidirectional { Stateful: true });
        return difference is null && isRecorded && line.Root.Find("grads") is { IsNull: false } expected
            ? Gradients(expected, tape, outputs, sources, weights)
            : difference;
    }

    private string? Masks(Nested<Tensor> outputs) => line.Root.Find("out_mask") is not { } expected ? null
        : Compare(
            "out_mask",
            expected,
            outputs.IsLeaf ? Actual.Of(outputs.Value.KerasMask)
                : outputs.Flatten().Select(output => Actual.Of(output.KerasMask)).ToArray());

    private string? Losses() => line.Root.Find("losses") is { } losses
        ? Compare("losses", losses, Actual.Of(layer.Losses.ToArray()))
        : null;

    private string? Gradients(
        CorpusNode expected, GradientTape tape, Nested<Tensor> outputs, Tensor[] sources, Variable[] weights)
    {
        var terms = outputs.Flatten().Zip(line["cotangent"].Items(), (output, cotangent) => cotangent.IsNull ? null
            : Ops.Sum(Ops.Cast(output, DType.Float32) * CorpusTensors.Of((CorpusArray)cotangent.Value())));
        var total = terms.OfType<Tensor>().Aggregate((a, b) => a + b);
        var gradients = tape.Gradients(total, [.. sources, .. weights.Select(weight => weight.Raw)]);
        var bySource = sources.Zip(gradients).ToDictionary(pair => pair.First, pair => pair.Second);
        var fields = Fields(expected);
        return Compare("grads.args", fields["args"], _call.Positional.Select(Tree).ToArray())
            ?? Compare("grads.kwargs", fields["kwargs"], Kwargs(fields["kwargs"]))
            ?? Compare("grads.weights", fields["weights"], Actual.Of(gradients[sources.Length..]));

        object? Tree(Nested<Tensor> part) =>
            Actual.Of(part.Select(tensor => tensor is null ? null! : bySource.GetValueOrDefault(tensor)!));

        object Kwargs(CorpusNode kwargs) => kwargs.Map().Keys.ToDictionary(
            key => key, key => _call.Keyword.TryGetValue(key, out var part) ? Tree(part) : null);
    }

    private string? Then()
    {
        foreach (var step in line.Root.Find("then")?.Items() ?? [])
        {
            var again = Fields(step);
            var outputs = new LayerCall(again, layer).Apply(layer);
            var difference = Compare("then", again["out"], Actual.Of(outputs))
                ?? Changed(again, "weights_after", layer.Weights) ?? Changed(again, "seeds_after", States);
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private string? Reset()
    {
        if (line.Root.Find("reset") is not { } reset)
        {
            return null;
        }

        var name = Fields(reset)["method"].Text();
        var method = layer.GetType().GetMethods().FirstOrDefault(each => KerasNames.Match(name, each.Name))
            ?? throw new NotYetException($"layers.{layer.GetType().Name}.{name}");
        method.Invoke(layer, null);
        return Changed(Fields(reset), "weights", layer.Weights)
            ?? Compare("out after reset", line["out"], Actual.Of(_call.Apply(layer)));
    }

    private string? Changed(CorpusNode step, string field, IReadOnlyList<Variable> variables)
    {
        foreach (var change in (step.Find(field)?.Items() ?? []).Select(Fields))
        {
            var path = change["path"].Text();
            var place = field == "seeds_after" ? Place(path) : -1; // the numbers in their names differ
            var variable = place >= 0 ? variables[place]
                : variables.FirstOrDefault(each => each.Path == path) ?? (variables.Count == 1 ? variables[0] : null);
            var difference = variable is null ? $"{field}: Expected {path}. Received: none of this path."
                : Compare($"{field} {path}", change["array"], Actual.Of(variable.Raw));
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private int Place(string path) => (line.Root.Find("seeds")?.Items() ?? [])
        .Select(seed => Fields(seed)["path"].Text()).ToList().IndexOf(path);

    private string? Compare(string where, CorpusNode expected, object? actual) =>
        CorpusCompare.Difference(expected.ValueOrMap(), actual, Tolerance, where);

    // {"m": ...} around named fields.
    private static CorpusNode Fields(CorpusNode node) => node.Find("m") ?? node;
}
