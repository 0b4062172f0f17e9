using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Builds layers from Keras's configurations, calls them, and compares what they give.</summary>
internal sealed class LayersInterpreter : Interpreter
{
    private static readonly string[] s_missing =
        ["Unknown class", "Unknown activation", "the name of an activation", "lora_rank"];

    public override string Category => "layers";

    public override Verdict Run(CorpusCase line) =>
        line.Has("input_spec") ? InputSpecCase.Run(line)
        : line.Has("ctor") ? Construct(line)
        : line.Has("steps") ? throw new NotYetException("Layer.Quantize")
        : line.Has("batch_shape") ? Input(line)
        : line.Error is not null ? Judge.Compare(line, () => Refused(line))
        : Verdict.Of(new LayerCase(line, Make(line), Make(line)).Difference());

    private static object? Refused(CorpusCase line)
    {
        var layer = Make(line);
        return new LayerCall(line.Root, layer).Apply(layer);
    }

    private static Verdict Construct(CorpusCase line)
    {
        var name = line["ctor"]["class"].Text();
        var type = typeof(Layer).Assembly.GetType($"Hornet.Layers.{name}")
            ?? throw new NotYetException($"layers.{name}");
        return Judge.Compare(line, () => new CallBinder(new HornetBinder { TakesNumbersAsShapes = false })
            .Bind(type.GetConstructors(), [], line["ctor"]["kwargs"].Map()).Invoke());
    }

    private static Verdict Input(CorpusCase line)
    {
        var layer = (InputLayer)Make(line);
        return Verdict.Of(
            CorpusCompare.Difference(line.Value("symbolic_out"), Actual.Of(layer.Output), line.Tolerances,
                "symbolic_out"));
    }

    private static Layer Make(CorpusCase line)
    {
        var config = JsonNode.Parse(line["layer"].Raw.GetProperty("o").GetRawText())!;
        var name = (string)config["class_name"]!;
        _ = KerasRegistry.Find((string?)config["module"], name) ?? throw new NotYetException($"layers.{name}");
        try
        {
            return KerasRegistry.Deserialize<Layer>(config)!;
        }
        catch (KerasSerializationException unknown) when (
            s_missing.Any(missing => unknown.Message.Contains(missing, StringComparison.Ordinal)))
        {
            throw new NotYetException(unknown.Message);
        }
    }
}
