namespace Hornet.Conformance;

/// <summary>What is missing, and what failed.</summary>
internal static class Lists
{
    /// <summary>What does not exist, by how many cases wait for it.</summary>
    public static IEnumerable<(string Name, int Count)> Missing(IEnumerable<CaseResult> results) => results
        .Where(result => result.Verdict.Outcome == Outcome.NotYet)
        .CountBy(result => result.Verdict.Text)
        .Select(pair => (pair.Key, pair.Value))
        .OrderByDescending(missing => missing.Value).ThenBy(missing => missing.Key, StringComparer.Ordinal);

    public static void WriteMissing(IEnumerable<CaseResult> results, TextWriter output)
    {
        output.WriteLine("\nNot yet:");
        foreach (var (name, count) in Missing(results))
        {
            output.WriteLine($"{count,6}  {name}");
        }
    }

    public static void WriteFailed(IEnumerable<CaseResult> results, TextWriter output)
    {
        output.WriteLine("\nFailed:");
        foreach (var (line, verdict) in results)
        {
            if (verdict.Outcome == Outcome.Failed)
            {
                output.WriteLine($"{line.Category}/{line.Group}/{line.Id}: {verdict.Text.ReplaceLineEndings(" ")}");
            }
        }
    }
}
