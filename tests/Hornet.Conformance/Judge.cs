using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Runs one case, in this process.</summary>
internal static class Judge
{
    /// <summary>What becomes of a case. Only what breaks the process gets past this.</summary>
    /// <param name="line">The case.</param>
    /// <param name="longest">How many characters of the result are wanted.</param>
    public static Verdict Run(CorpusCase line, int longest = 500)
    {
        using var scope = new TensorScope();
        var verdict = RunAsIs(line);
        verdict = verdict with { Received = Actual.Text(verdict.Received, longest) };
        return line.Backend is not null && verdict.Outcome is Outcome.Passed or Outcome.Failed
            ? verdict with { Outcome = Outcome.Informational }
            : verdict.Outcome == Outcome.Failed && OnPurpose.Includes(line)
                || verdict.Outcome == Outcome.Passed && OnPurpose.DependsOnProcessor(line)
            ? verdict with { Outcome = Outcome.OnPurpose }
            : verdict;
    }

    /// <summary>Compares what a call gives with a field of a case, or its refusal with the error of the case.</summary>
    public static Verdict Compare(CorpusCase line, Func<object?> call, string field = "out")
    {
        object? received;
        try
        {
            received = Actual.Of(call());
        }
        catch (Exception error) when (line.Error is not null && Refusals.Includes(error))
        {
            return Verdict.Passed(error.Message);
        }

        return line.Error is { } expected
            ? Verdict.Failed($"Expected a refusal, as Keras's {expected}. Received: {Actual.Text(received)}.", received)
            : Verdict.Of(CorpusCompare.Difference(line.Value(field), received, line.Tolerances, field), received);
    }

    private static Verdict RunAsIs(CorpusCase line)
    {
        try
        {
            return Interpreter.Of(line.Category).Run(line);
        }
        catch (NotYetException missing)
        {
            return new Verdict(Outcome.NotYet, missing.Missing);
        }
        catch (Exception error) when (Refusals.Includes(error))
        {
            return Verdict.Failed($"Expected a result. Received: {error.GetType().Name}: {error.Message}");
        }
        catch (Exception error)
        {
            return Verdict.Failed($"{error.GetType().Name}: {error.Message} {Origin(error)}");
        }
    }

    private static string Origin(Exception error) =>
        error.StackTrace?.Split('\n').Take(4).Aggregate("", (text, frame) => $"{text} {frame.Trim()}") ?? "";
}
