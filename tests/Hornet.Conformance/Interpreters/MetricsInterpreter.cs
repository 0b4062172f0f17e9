using Hornet.Metrics;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Updates metrics, and compares their results and variables step by step, and after a reset.</summary>
internal sealed class MetricsInterpreter : Interpreter
{
    public override string Category => "metrics";

    public override Verdict Run(CorpusCase line) =>
        line.Has("steps") ? RunObject(line)
        : line.Has("function") ? RunFunction(line)
        : NamedObjects.Run<Metric>(line, "metric");

    private static Verdict RunFunction(CorpusCase line)
    {
        var function = Functions.Of("metrics", line["function"].Text());
        return Judge.Compare(line, () => function.Call(
            new HornetBinder(), [line.Value("y_true"), line.Value("y_pred")], line.Map("params")));
    }

    private static Verdict RunObject(CorpusCase line)
    {
        Keras.ClearSession();
        var metric = KerasObjects.Make<Metric>(line, "metric");
        return Verdict.Of(
            CorpusCompare.Difference(
                new CorpusObject(line["metric"]["o"]["config"].Raw), metric.GetConfig(), where: "config")
            ?? Steps(line, metric)
            ?? AfterReset(line, metric));
    }

    private static string? Steps(CorpusCase line, Metric metric)
    {
        foreach (var step in line["steps"].Items())
        {
            if (step.Find("result") is not { } result)
            {
                return Refuses(metric, step) ? null : $"Expected a refusal, as Keras's {line.Error}.";
            }

            Update(metric, step);
            var difference = CorpusCompare.Difference(
                    result.Value(), Actual.Of(metric.Result()), line.Tolerances, "result")
                ?? Variables(line, step["variables"], metric);
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? AfterReset(CorpusCase line, Metric metric)
    {
        if (!line.Has("after_reset"))
        {
            return null;
        }

        metric.ResetState();
        return Variables(line, line["after_reset"], metric) ?? CorpusCompare.Difference(
            line.Value("result_after_reset"), Actual.Of(metric.Result()), line.Tolerances, "result_after_reset");
    }

    private static bool Refuses(Metric metric, CorpusNode step)
    {
        try
        {
            Update(metric, step);
            return false;
        }
        catch (Exception error) when (Refusals.Includes(error))
        {
            return true;
        }
    }

    // The overload that takes the arguments: some metrics take values, others targets and predictions.
    private static void Update(Metric metric, CorpusNode step)
    {
        var binder = new HornetBinder();
        CorpusValue[] args = [.. step["args"].Items().Select(arg => arg.Value())];
        if (step.Find("mask") is { } mask)
        {
            binder.TensorOf(args[^1])!.KerasMask = binder.TensorOf(mask.Value());
        }

        var kwargs = step.Find("sample_weight") is { } weight
            ? new CorpusMap([KeyValuePair.Create("sample_weight", weight.Value())])
            : CorpusMap.Empty;
        var overloads = metric.GetType().GetMethods().Where(method => method.Name == nameof(Metric.UpdateState));
        new CallBinder(binder).Bind(overloads, args, kwargs).Invoke(metric);
    }

    private static string? Variables(CorpusCase line, CorpusNode expected, Metric metric)
    {
        var (items, variables) = (expected.Items(), metric.Variables);
        return items.Count != variables.Count
            ? $"Expected {items.Count} variables. Received: {string.Join(", ", variables)}."
            : items.Zip(variables, (item, variable) => Difference(line, item, variable))
                .FirstOrDefault(difference => difference is not null);
    }

    // With its path, or as an array alone.
    private static string? Difference(CorpusCase line, CorpusNode item, Variable variable)
    {
        var path = item.Find("path")?.Text();
        return path is not null && path != variable.Path
            ? $"Expected a variable {path}. Received: {variable.Path}."
            : CorpusCompare.Difference(
                (item.Find("array") ?? item).Value(), Actual.Of(variable.ToTensor()), line.Tolerances, variable.Path);
    }
}
