using System.Text.Json.Nodes;
using Hornet.Saving;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Loads real files of Keras 3 and 2, compares what they hold, and refuses what is broken.</summary>
internal sealed class SavingInterpreter : Interpreter
{
    public override string Category => "saving";

    public override Verdict Run(CorpusCase line)
    {
        Keras.ClearSession();
        return line.Group switch
        {
            "refuse" => Refuse(line),
            "keras2" => OfKeras2(line),
            _ => Verdict.Of(Difference(line)),
        };
    }

    private static string? Difference(CorpusCase line)
    {
        var model = Load(line, compile: true);
        return SavedWeights.Difference(line["weights"], model.Weights)
            ?? (line.Root.Find("optimizer") is { } optimizer ? SavedOptimizer.Difference(optimizer, model) : null)
            ?? Forward(line, model)
            ?? SavedRoundTrip.Difference(line, model)
            ?? (line.Root.Find("train") is { } train ? SavedOptimizer.Train(line, train, model) : null);
    }

    private static Model Load(CorpusCase line, bool compile)
    {
        var path = SavedFiles.Of(line);
        SavedFiles.RefuseMissing(line, path);
        if (!line.Has("json"))
        {
            return Keras.LoadModel(path, compile);
        }

        var model = Keras.Models.ModelFromJson(ConfigJson.Write(JsonNode.Parse(line["json"].Raw.GetRawText())));
        model.LoadWeights(path);
        return model;
    }

    private static string? Forward(CorpusCase line, Model model)
    {
        var inputs = new ProgramBinder(new Dictionary<string, object?>()).Nest(line.Value("in"));
        return CorpusCompare.Difference(
            line["out"].ValueOrMap(), Actual.Of(model.ApplyMany(inputs, training: false)), line.Tolerances, "out");
    }

    // The truth is what tf_keras computes; Keras 3 loads some of these files, and refuses others.
    private static Verdict OfKeras2(CorpusCase line)
    {
        var alone = line.Root.Find("keras3_compile_false") is { } second && second["loads"].Flag();
        var loads = alone || line["keras3"]["loads"].Flag();
        Model model;
        try
        {
            model = Load(line, compile: !alone);
        }
        catch (Exception error) when (!loads && error is KerasFileException or KerasSerializationException)
        {
            return Verdict.Passed(error.Message);
        }

        return Verdict.Of(SavedWeights.DifferenceUnordered(line["weights"], model.Weights) ?? Outputs(line, model));
    }

    private static string? Outputs(CorpusCase line, Model model)
    {
        var binder = new ProgramBinder(new Dictionary<string, object?>());
        var inputs = line["in"].Items().Select(item => binder.Nest(item.Value())).ToArray();
        var received = model.ApplyMany(inputs.Length == 1 ? inputs[0] : Nested.List<Tensor>(inputs), training: false);
        var outputs = received.Flatten();
        return line["out"].Items().Select((item, i) => CorpusCompare.Difference(
            item.ValueOrMap(), Actual.Of(outputs[i]), line.Tolerances, $"out[{i}]"))
            .FirstOrDefault(text => text is not null);
    }

    private static Verdict Refuse(CorpusCase line)
    {
        try
        {
            var model = Keras.LoadModel(SavedFiles.Of(line));
            return line["expect"].Text() == "load"
                ? Verdict.Of(Forward(line, model))
                : Verdict.Failed($"Expected a refusal, as Keras's {line.Error}. Received: a model.");
        }
        catch (Exception error) when (error is KerasFileException or KerasSerializationException)
        {
            return line["expect"].Text() == "refuse"
                ? Verdict.Passed(error.Message)
                : Verdict.Failed($"Expected a model. Received: {error.Message}");
        }
    }
}
