using System.Text.Json;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>What is known of a model that one of Keras's builders makes.</summary>
internal static class BuilderFacts
{
    private static readonly Dictionary<string, Func<Model, object?>> s_facts = new()
    {
        ["name"] = model => model.Name,
        ["input_shape"] = model => Shapes(model.InputShape),
        ["output_shape"] = model => Shapes(model.OutputShape),
        ["params"] = model => model.CountParams(),
        ["trainable_params"] = model => model.TrainableWeights.Sum(weight => weight.Shape.Size()),
        ["n_weights"] = model => model.Weights.Count,
        ["n_trainable_weights"] = model => model.TrainableWeights.Count,
        ["n_layers"] = model => model.Layers.Count,
        ["n_operations"] = model => model.Operations.Count,
        ["layers"] = model => model.Layers.Select(Row).ToArray(),
        ["last_layers"] = model => model.Layers.TakeLast(4).Select(Row).ToArray(),
        ["weights"] = model => model.Weights.Select(
            weight => new object[] { weight.Path, Axes(weight.Shape) }).ToArray(),
    };

    public static string? Difference(CorpusNode facts, Model model) => facts.Fields()
        .Select(fact => s_facts.TryGetValue(fact.Key, out var read)
            ? JsonCompare.Difference(
                fact.Value.Raw, JsonSerializer.SerializeToElement(read(model)), $"facts.{fact.Key}")
            : $"facts.{fact.Key}: nobody reads it.")
        .FirstOrDefault(difference => difference is not null);

    private static object?[] Row(Operation layer) => [layer.Name, layer.ClassName, Outputs(layer)];

    private static object? Outputs(Operation layer) => layer.InboundNodes is not [var node, ..] ? null
        : node.OutputTensors is [var only] ? Axes(only.Shape)
        : node.OutputTensors.Select(output => Axes(output.Shape)).ToArray();

    private static object Shapes(Nested<Shape> shapes) =>
        shapes.IsLeaf ? Axes(shapes.Value) : shapes.Flatten().Select(Axes).ToArray();

    private static int?[] Axes(Shape shape) => [.. shape];

    private static long Size(this Shape shape) => shape.Aggregate(1L, (size, axis) => size * axis!.Value);
}
