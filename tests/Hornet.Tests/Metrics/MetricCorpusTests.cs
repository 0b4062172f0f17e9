using Hornet.Conformance;
using Hornet.Metrics;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>All reference cases of metrics: results and variables, step by step, and after a reset.</summary>
public sealed class MetricCorpusTests
{
    [Fact]
    public void Metrics_give_what_Keras_gives() => CorpusRun.Hold("metrics", "classes", line =>
    {
        var metric = CorpusRun.Make<Metric>(line, "metric");
        var difference = CorpusCompare.Difference(
            new CorpusObject(line["metric"]["o"]["config"].Raw), metric.GetConfig(), where: "config");
        return Verdict.Of(difference ?? Steps(line, metric));
    });

    [Fact]
    public void Functions_give_what_Keras_gives() => CorpusRun.Hold("metrics", "functions", line =>
    {
        var function = Functions.Of("metrics", line["function"].Text());
        return Judge.Compare(line, () => function.Call(
            new HornetBinder(), [line.Value("y_true"), line.Value("y_pred")], line.Map("params")));
    });

    [Fact]
    public void Names_mean_what_they_mean_to_Keras() =>
        CorpusRun.Hold("metrics", "objects", CorpusRun.Identify<Metric>);

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

    private static void Update(Metric metric, CorpusNode step)
    {
        Tensor[] args = [.. step["args"].Items().Select(arg => CorpusRun.TensorOf(arg)!)];
        args[^1].KerasMask = step.Find("mask") is { } mask ? CorpusRun.TensorOf(mask) : null;
        var weight = step.Find("sample_weight") is { } given ? CorpusRun.TensorOf(given) : null;
        switch (metric, args)
        {
            case (Mean mean, [var values]):
                mean.UpdateState(values, weight);
                break;
            case (Sum sum, [var values]):
                sum.UpdateState(values, weight);
                break;
            default:
                metric.UpdateState(args[0], args[1], weight);
                break;
        }
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
