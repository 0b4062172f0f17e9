using Hornet.Callbacks;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Compares an optimizer that was loaded, and where training leads from there.</summary>
internal static class SavedOptimizer
{
    public static string? Difference(CorpusNode expected, Model model)
    {
        var optimizer = model.Optimizer;
        return optimizer is null ? "Expected an optimizer. Received: none."
            : optimizer.GetType().Name != expected["class"].Text()
                ? $"Expected {expected["class"].Text()}. Received: {optimizer.GetType().Name}."
            : SavedWeights.Difference(expected["variables"], optimizer.Variables, isOfOptimizer: true);
    }

    public static string? Train(CorpusCase line, CorpusNode train, Model model)
    {
        var (x, y) = (TrainingValues.Nest(train["x"].Value()), TrainingValues.Nest(train["y"].Value()));
        var received = new Dictionary<string, object?>
        {
            ["train_on_batch"] = Logs(model.TrainOnBatch(x, y)),
            ["then_test_on_batch"] = Logs(model.TestOnBatch(x, y)),
            ["weights_after"] = model.GetWeights().ToArray(),
        };
        return new[] { "train_on_batch", "then_test_on_batch" }
            .Select(name => CorpusCompare.Difference(
                train[name].ValueOrMap(), Actual.Of(received[name]), line.Tolerances, name))
            .Append(CorpusCompare.Difference(
                train["weights_after"].Value(), Actual.Of(received["weights_after"]), line.Tolerances, "weights"))
            .FirstOrDefault(text => text is not null);
    }

    private static Dictionary<string, object?> Logs(Logs logs) =>
        logs.ToDictionary(pair => pair.Key, pair => (object?)pair.Value);
}
