using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>What is known of a model: layers, shapes, weights and their first values.</summary>
internal static partial class ModelFacts
{
    private static readonly Dictionary<string, Func<Model, object?>> s_facts = new()
    {
        ["class"] = model => model.ClassName,
        ["name"] = model => model.Name,
        ["built"] = model => model.Built,
        ["trainable"] = model => model.Trainable,
        ["layers"] = model => model.Layers.Select(Row).ToArray(),
        ["operations"] = model => model.Operations.Select(
            operation => new[] { operation.Name, operation.ClassName }).ToArray(),
        ["inputs"] = model => model.Inputs.Select(
            input => new object[] { input.Name, Axes(input.Shape), input.DType.KerasName() }).ToArray(),
        ["outputs"] = model => model.Outputs.Select(
            output => new object[] { Axes(output.Shape), output.DType.KerasName() }).ToArray(),
        ["output_names"] = model => model.OutputNames,
        ["input_shape"] = model => Shapes(model.InputShape),
        ["output_shape"] = model => Shapes(model.OutputShape),
        ["n_weights"] = model => model.Weights.Count,
        ["trainable_weights"] = model => model.TrainableWeights.Select(weight => weight.Path).ToArray(),
        ["non_trainable_weights"] = model => model.NonTrainableWeights.Select(weight => weight.Path).ToArray(),
        ["count_params"] = model => model.CountParams(),
    };

    public static string? Difference(CorpusNode facts, Model model)
    {
        foreach (var (key, expected) in facts.Fields())
        {
            var difference = key == "weights" ? Weights(expected, model)
                : key == "output_names" && model is Sequential ? null // Keras's has none
                : Fact(key, expected, model);
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? Fact(string key, CorpusNode expected, Model model)
    {
        if (!s_facts.TryGetValue(key, out var read))
        {
            return $"facts.{key}: nobody reads it.";
        }

        var raises = expected.Raw.ValueKind == JsonValueKind.Object && expected.Find("raises") is not null;
        try
        {
            var actual = JsonSerializer.SerializeToElement(read(model));
            return raises ? $"facts.{key}: Expected a refusal. Received: {actual.GetRawText()}."
                : JsonCompare.Difference(expected.Raw, actual, $"facts.{key}");
        }
        catch (Exception error) when (raises && Refusals.Includes(error))
        {
            return null;
        }
    }

    private static string? Weights(CorpusNode expected, Model model)
    {
        if (expected.Raw.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var variables = model.Variables;
        var items = expected.Items();
        return items.Count != variables.Count
            ? $"facts.weights: Expected {items.Count}. Received: "
                + $"{string.Join(", ", variables.Select(each => each.Path))}."
            : items.Select((item, i) => Weight(item,
                variables[i])).FirstOrDefault(difference => difference is not null);
    }

    // A reloaded model's are told by their paths alone.
    private static string? Weight(CorpusNode expected, Variable variable)
    {
        var isPath = expected.Raw.ValueKind == JsonValueKind.String;
        var path = isPath ? expected.Text() : expected["path"].Text();
        if (Uncounted(variable.Path) != Uncounted(path))
        {
            return $"facts.weights: Expected {path}. Received: {variable.Path}.";
        }

        var actual = JsonSerializer.SerializeToElement(new JsonObject
        {
            ["s"] = JsonSerializer.SerializeToNode(Axes(variable.Shape)),
            ["d"] = variable.DType.KerasName(),
            ["trainable"] = variable.Trainable,
        });
        return isPath ? null
            : JsonCompare.Difference(Without(expected, "path", "init"), actual, $"facts.weights {path}")
                ?? (expected.Find("init") is { } first ? First(first, variable, path) : null);
    }

    // How many generators were made before depends on the recording.
    private static string Uncounted(string path) => SeedCount().Replace(path, "seed_generator/");

    [GeneratedRegex(@"seed_generator_\d+/")]
    private static partial Regex SeedCount();

    private static JsonElement Without(CorpusNode fields, params string[] keys) => JsonSerializer.SerializeToElement(
        new JsonObject(fields.Fields().Where(field => !keys.Contains(field.Key))
            .Select(field => KeyValuePair.Create(field.Key, JsonNode.Parse(field.Value.Raw.GetRawText())))));

    private static string? First(CorpusNode expected, Variable variable, string path)
    {
        double[] wanted = [.. expected.Items().Select(item => item.Number())];
        var values = ((EagerTensor)Ops.Cast(Ops.Reshape(variable.Raw, [-1]), DType.Float64)).ToArray().Cast<double>();
        double[] received = [.. values.Take(wanted.Length)];
        return wanted.Zip(received).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * Math.Max(1,
            Math.Abs(pair.First)))
            ? null : $"facts.weights {path}.init: Expected {string.Join(", ", wanted)}. "
                + $"Received: {string.Join(", ", received)}.";
    }

    private static object?[] Row(Operation operation) => [operation.Name, operation.ClassName, FirstOutputs(operation)];

    private static object? FirstOutputs(Operation operation) => operation.InboundNodes is not [var node, ..] ? null
        : node.OutputTensors is [var only] ? Axes(only.Shape)
        : node.OutputTensors.Select(output => Axes(output.Shape)).ToArray();

    private static object Shapes(Nested<Shape> shapes) =>
        shapes.IsLeaf ? Axes(shapes.Value) : shapes.Flatten().Select(Axes).ToArray();

    private static int?[] Axes(Shape shape) => [.. shape];
}
