using System.Text.Json.Nodes;
using Hornet.Callbacks;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Builds, compiles and trains the model of a case.</summary>
internal static class TrainingCase
{
    /// <summary>Where training leads: the model, and by their names in the corpus what the case records.</summary>
    /// <param name="line">The case.</param>
    /// <param name="runEagerly">Whether steps run op by op; compiled, as all cases were recorded, where not.</param>
    /// <exception cref="NotYetException">Something that the case needs does not exist.</exception>
    public static (Model Model, Dictionary<string, object?> Results) Run(CorpusCase line, bool runEagerly = false)
    {
        Keras.ClearSession();
        Keras.Utils.SetRandomSeed(line["seed"].Integer());
        var config = JsonNode.Parse(line["json"].Raw.GetRawText());
        var compilation = JsonNode.Parse(line["compile"].Raw.GetRawText())!.AsObject();
        compilation["run_eagerly"] = runEagerly;
        MissingClasses.Refuse(config);
        MissingClasses.Refuse(compilation);
        MissingClasses.RefuseNames(compilation);
        var callbacks = Callbacks(line);
        var model = Model(line, config!, compilation);
        return (model, Train(line, model, callbacks));
    }

    private static Model Model(CorpusCase line, JsonNode config, JsonObject compilation)
    {
        var model = Keras.Models.ModelFromJson(ConfigJson.Write(config));
        model.SetWeights([.. line["w0"].Items().Select(weight => TrainingValues.Nest(weight.Value()).Value)]);
        foreach (var (name, trainable) in line.Root.Find("trainable")?.Fields() ?? [])
        {
            model.GetLayer(name).Trainable = trainable.Flag();
        }

        model.CompileFromConfig(compilation);
        return model;
    }

    private static Callback[] Callbacks(CorpusCase line) =>
    [
        .. line.Root.Find("callbacks")?.Items()
            .Select(callback => TrainingCallbacks.Make(callback["class"].Text(), callback["kwargs"].Map())) ?? [],
    ];

    private static Dictionary<string, object?> Train(CorpusCase line, Model model, Callback[] callbacks)
    {
        var results = line.Has("batches")
            ? new() { ["log"] = line["batches"].Items().Select(step => Step(model, step)).ToArray() }
            : Fit(model, new TrainingArguments(line.Map("fit")), callbacks);
        results["w1"] = model.GetWeights();
        results["metrics_names"] = model.MetricsNames.ToArray();
        results["iterations"] = model.Optimizer!.Iterations;
        results["learning_rate"] = (double)model.Optimizer.LearningRate;
        if (line.Has("callback_state"))
        {
            results["callback_state"] = callbacks.Select(callback => TrainingCallbacks.State(callback)).ToArray();
        }

        return results;
    }

    private static Dictionary<string, object?> Fit(Model model, TrainingArguments fit, Callback[] callbacks)
    {
        var history = fit.Fit(model, callbacks);
        var evaluation = model.Evaluate(
            fit.X, fit.Y, batchSize: fit.BatchSize, sampleWeight: fit.SampleWeight, verbose: 0);
        return new()
        {
            ["history"] = TrainingValues.Pairs(history),
            ["epoch"] = history.Epoch.ToArray(),
            ["evaluate"] = TrainingValues.Pairs(evaluation),
            ["predict"] = model.Predict(fit.X, fit.BatchSize, verbose: 0),
        };
    }

    private static object? Step(Model model, CorpusNode step)
    {
        var kwargs = step["kwargs"].Map();
        var data = step["args"].Items().Select(item => TrainingValues.Nest(item.Value())).ToArray();
        var weights = kwargs.Find("sample_weight") is { } given
            ? TrainingValues.Nest(given)
            : data.ElementAtOrDefault(2);
        var classes = kwargs.Find("class_weight") is { } each ? TrainingValues.ClassWeights(each) : null;
        switch (step["do"].Text())
        {
            case "train_on_batch":
                return Logs(model, model.TrainOnBatch(data[0], data[1], weights, classes), kwargs);
            case "test_on_batch":
                return Logs(model, model.TestOnBatch(data[0], data[1], weights), kwargs);
            case "predict_on_batch":
                return new Dictionary<string, object?> { ["out"] = model.PredictOnBatch(data[0]) };
            case "reset_metrics":
                model.ResetMetrics();
                return null;
            case var other:
                throw new NotYetException($"the step {other}");
        }
    }

    // Keras gives a list unless it is asked for a dictionary: what is named as it is measured first, then by name.
    private static Dictionary<string, object?> Logs(Model model, Logs logs, CorpusMap kwargs)
    {
        var names = model.Metrics.Select(metric => metric.Name).ToList();
        return kwargs.Find("return_dict") is CorpusBool { Value: true }
            ? new() { ["logs"] = TrainingValues.Pairs(logs) }
            : new()
            {
                ["values"] = logs.OrderBy(pair => names.IndexOf(pair.Key) is >= 0 and var i ? i : names.Count)
                    .ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).ToArray(),
            };
    }
}
