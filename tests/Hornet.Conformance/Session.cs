using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>One run of the program: the cases that were asked for, then the report.</summary>
internal static class Session
{
    public static async Task<int> RunAsync(CommandLine options, TextWriter output)
    {
        var cases = new List<CorpusCase>();
        foreach (var selection in options.Selections)
        {
            try
            {
                cases.AddRange(selection.Cases());
            }
            catch (Exception error) when (error is IOException or CorpusFormatException)
            {
                await output.WriteLineAsync(error.Message);
                return 2;
            }
        }

        var results = await new WorkerPool(options.Workers, options.Limit).RunAsync(cases);
        if (results is [var only])
        {
            CaseReport.Write(only, output);
        }
        else
        {
            GroupTable.Write(results, output);
            if (options.ListsMissing)
            {
                Lists.WriteMissing(results, output);
            }

            if (options.ListsFailed)
            {
                Lists.WriteFailed(results, output);
            }
        }

        var failed = results.Count(result => result.Verdict.Outcome == Outcome.Failed);
        var passed = results.Count(result => result.Verdict.Outcome == Outcome.Passed);
        await output.WriteLineAsync($"{passed} passed, {failed} failed, {results.Count - passed - failed} skipped");
        return failed > 0 && options.IsStrict ? 1 : 0;
    }
}

/// <summary>A case and what became of it.</summary>
internal sealed record CaseResult(CorpusCase Case, Verdict Verdict);
