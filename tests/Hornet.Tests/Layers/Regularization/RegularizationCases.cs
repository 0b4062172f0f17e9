using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Programs;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>Runs the reference cases of a layer of one input, its random state and its gradients.</summary>
internal static class RegularizationCases
{
    public static void Check(string className)
    {
        var cases = Corpus.Cases("layers", "regularization")
            .Where(line => line.Id.StartsWith($"{className}/", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(cases);
        CorpusCalls.All(cases, line => Check(line, className));
    }

    private static string? Check(CorpusCase line, string className)
    {
        if (line.Has("ctor"))
        {
            var type = typeof(Layer).Assembly.GetType($"Hornet.Layers.{className}")!;
            var arguments = line["ctor"]["kwargs"].Map();
            _ = new CallBinder(new CorpusCalls()).Bind(type.GetConstructors(), [], arguments).Invoke();
            return null;
        }

        var written = JsonNode.Parse(line["layer"].Raw.GetProperty("o").GetRawText())!;
        var layer = KerasRegistry.Deserialize<Layer>(written)!;
        var input = Input(line);
        var training = line["kwargs"].Find("training")?.Flag();
        if (line.Error is not null)
        {
            _ = layer.Apply(input, training);
            return null;
        }

        return JsonCompare.Difference(
                line["layer"].Raw.GetProperty("o"),
                System.Text.Json.JsonSerializer.SerializeToElement(KerasRegistry.SerializeObject(layer)), line.Id)
            ?? Symbolic(line, layer, input, training)
            ?? Calls(line, layer, input, training);
    }

    private static string? Symbolic(CorpusCase line, Layer layer, Tensor input, bool? training)
    {
        var output = layer.Apply(new KerasTensor(input.Shape.With(0, null), input.DType), training);
        var expected = (CorpusKerasTensor)line["symbolic_out"].Value();
        return expected.Shape.SequenceEqual(output.Shape) && expected.DType == output.DType.KerasName()
            ? null : $"{line.Id}: symbolically {output}";
    }

    private static string? Calls(CorpusCase line, Layer layer, Tensor input, bool? training)
    {
        var state = layer.Variables.SingleOrDefault();
        state?.Assign(CorpusCalls.TensorOf((CorpusArray)line["seeds"][0]["array"].Value()));
        var start = state?.Value;
        using var tape = new GradientTape();
        tape.Watch(input);
        var output = layer.Apply(input, training);
        var difference = CorpusCalls.Difference(line, line["out"], output) ?? State(line, line.Root, state)
            ?? (line.Has("out_mask") ? CorpusCalls.Difference(line, line["out_mask"], output.KerasMask!) : null);
        foreach (var again in line.Root.Find("then")?.Items() ?? [])
        {
            var next = CorpusCalls.TensorOf((CorpusArray)again["args"][0].Value());
            difference ??= CorpusCalls.Difference(line, again["out"], layer.Apply(next, training))
                ?? State(line, again, state);
        }

        var cotangent = CorpusCalls.TensorOf((CorpusArray)line["cotangent"][0].Value());
        var loss = Ops.Sum(Ops.Cast(output, DType.Float32) * cotangent);
        return difference
            ?? CorpusCompare.Difference(
                line["grads"]["args"][0].Value(), CorpusCalls.Actual(tape.Gradients(loss, [input])[0]),
                Tolerances.Same(line.Tolerances.For(layer.ComputeDType.KerasName())), $"{line.Id} gradient")
            ?? Replay(line, layer, input, training, start);
    }

    // A compiled step draws what an eager one does.
    private static string? Replay(CorpusCase line, Layer layer, Tensor input, bool? training, Tensor? start)
    {
        if (start is not null)
        {
            layer.Variables[0].Assign(start);
        }

        var compiled = new CompiledFunction(inputs => [layer.Apply(inputs[0], training)]);
        return CorpusCalls.Difference(line, line["out"], compiled.Invoke((EagerTensor)input)[0]);
    }

    private static string? State(CorpusCase line, CorpusNode step, Variable? state) => state is null ? null
        : CorpusCalls.Difference(line, (step.Find("seeds_after") ?? line["seeds"])[0]["array"], state.Value);

    private static Tensor Input(CorpusCase line)
    {
        var input = CorpusCalls.TensorOf((CorpusArray)line["args"][0].Value());
        input.KerasMask = line.Has("in_mask")
            ? CorpusCalls.TensorOf((CorpusArray)line["in_mask"][0].Value())
            : null;
        return input;
    }
}
