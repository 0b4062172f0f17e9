using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Compiles and trains models that Keras saved, and compares where that leads.</summary>
internal sealed class TrainingInterpreter : Interpreter
{
    public override string Category => "training";

    public override Verdict Run(CorpusCase line)
    {
        try
        {
            var (_, results) = TrainingCase.Run(line);
            return line.Error is { } expected
                ? Verdict.Failed($"Expected a refusal, as Keras's {expected}. Received: a trajectory.")
                : Compare(line, results);
        }
        catch (Exception error) when (line.Error is not null && Refusals.Includes(error))
        {
            return Verdict.Passed(error.Message);
        }
    }

    private static Verdict Compare(CorpusCase line, Dictionary<string, object?> results) => Verdict.Of(
        results.Keys.Select(key => Difference(line[key], Actual.Of(results[key]), line.Tolerances, key))
            .FirstOrDefault(difference => difference is not null),
        Actual.Of(results));

    // Plain objects in a list are read one by one.
    private static string? Difference(CorpusNode expected, object? actual, Tolerances tolerances, string where) =>
        where == "callback_state"
            ? expected.Items().Zip((object?[])actual!).Select((pair, i) => CorpusCompare.Difference(
                pair.First.ValueOrMap(), pair.Second, tolerances, $"{where}[{i}]"))
                .FirstOrDefault(text => text is not null)
            : CorpusCompare.Difference(expected.ValueOrMap(), actual, tolerances, where);
}
