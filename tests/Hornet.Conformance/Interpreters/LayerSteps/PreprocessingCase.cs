using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Makes a preprocessing layer, lets it learn from data, and carries out steps with it.</summary>
internal sealed class PreprocessingCase(CorpusCase line)
{
    private static readonly Dictionary<string, object?> s_nothing = [];
    private readonly ProgramBinder _binder = new(s_nothing);

    public Verdict Run()
    {
        var before = Hornet.Session.Current;
        Hornet.Session.Current = new Hornet.Session();
        try
        {
            return line.Error is null ? Verdict.Of(Difference()) : Refuse();
        }
        finally
        {
            Hornet.Session.Current = before;
        }
    }

    private Verdict Refuse()
    {
        try
        {
            _ = Difference();
            return Verdict.Failed($"Expected a refusal, as Keras's {line.Error}.");
        }
        catch (Exception error) when (Refusals.Includes(error))
        {
            return Verdict.Passed(error.Message);
        }
    }

    private string? Difference()
    {
        if (line.Root.Find("set_seed") is { IsNull: false } seed)
        {
            Keras.Utils.SetRandomSeed(seed.Integer());
        }

        var layer = KerasObjects.New<Layer>(line["class"].Text(), line["args"].Map());
        if (line.Error is not null && line["at"].Text() == "init")
        {
            return null;
        }

        var difference = line.Root.Find("layer") is { } config ? Config(config, layer) : null;
        Learn(layer);
        var steps = new LayerStep(layer, _binder, line.Tolerances);
        return difference
            ?? (line.Root.Find("steps")?.Items() ?? []).Select(steps.Difference)
                .FirstOrDefault(text => text is not null)
            ?? State(layer);
    }

    // The name is counted, which depends on the recording.
    private static string? Config(CorpusNode expected, Layer layer)
    {
        var wanted = JsonNode.Parse(expected.Raw.GetProperty("o").GetProperty("config").GetRawText())!.AsObject();
        var received = KerasRegistry.SerializeObject(layer)["config"]!.AsObject();
        wanted.Remove("name");
        received.Remove("name");
        return JsonCompare.Difference(
            JsonElement.Parse(wanted.ToJsonString()), JsonElement.Parse(received.ToJsonString()), "config");
    }

    private void Learn(Layer layer)
    {
        if (line.Root.Find("adapt") is { IsNull: false } data)
        {
            var batches = data.Items();
            var given = batches.Count == 1 ? batches[0].Value() : data.Value();
            var methods = LayerStep.MethodsOf(layer, "adapt").Where(
                method => batches.Count == 1 || IsSequence(method.GetParameters()[0].ParameterType));
            new CallBinder(_binder).Bind(methods, [given], CorpusMap.Empty).Invoke(layer);
        }

        if (line.Root.Find("vocabulary") is { IsNull: false } words)
        {
            CorpusValue[] given = line.Root.Find("idf_weights") is { IsNull: false } weights
                ? [words.Value(), weights.Value()] : [words.Value()];
            new CallBinder(_binder).Bind(LayerStep.MethodsOf(layer, "set_vocabulary"), given, CorpusMap.Empty)
                .Invoke(layer);
        }
    }

    private static bool IsSequence(Type type) => type != typeof(string) && !type.IsAssignableTo(typeof(Tensor))
        && type.IsAssignableTo(typeof(System.Collections.IEnumerable));

    private string? State(Layer layer)
    {
        foreach (var (name, expected) in line.Root.Find("state")?.Fields() ?? [])
        {
            var received = name == "vocabulary_without_special"
                ? new CallBinder(_binder).Bind(
                    LayerStep.MethodsOf(layer, "get_vocabulary"), [new CorpusBool(false)], CorpusMap.Empty)
                    .Invoke(layer)
                : Read(layer, name);
            if (ProgramValues.Difference(
                expected.Value(), ScriptViews.Plain(received), line.Tolerances, $"state.{name}") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    // A property, or what a method gets.
    private object? Read(Layer layer, string name)
    {
        var property = layer.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(candidate => KerasNames.Match(name, candidate.Name));
        return property is not null ? property.GetValue(layer)
            : new CallBinder(_binder).Bind(
                LayerStep.MethodsOf(layer, name, $"get_{name}"), [], CorpusMap.Empty).Invoke(layer);
    }
}
