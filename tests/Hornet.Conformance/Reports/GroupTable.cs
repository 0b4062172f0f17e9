using System.Globalization;

namespace Hornet.Conformance;

/// <summary>Category × group: how many cases ended how.</summary>
internal static class GroupTable
{
    private const int MostNames = 3;

    private static readonly string[] s_heads =
        ["category", "group", "passed", "failed", "not yet", "informational", "on purpose", "missing"];

    public static void Write(IReadOnlyList<CaseResult> results, TextWriter output)
    {
        string[][] rows =
        [
            s_heads,
            .. results.GroupBy(result => (result.Case.Category, result.Case.Group))
                .Select(group => Row(group.Key.Category, group.Key.Group, [.. group])),
            Row("all", "", results),
        ];
        var widths = Enumerable.Range(0, s_heads.Length - 1).Select(i => rows.Max(row => row[i].Length)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, i) => i >= widths.Length ? cell
                : i < 2 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }

    private static string[] Row(string category, string group, IReadOnlyList<CaseResult> results) =>
    [
        category,
        group,
        Count(results, Outcome.Passed),
        Count(results, Outcome.Failed),
        Count(results, Outcome.NotYet),
        Informational(results),
        Count(results, Outcome.OnPurpose),
        group.Length > 0 ? Missing(results) : "",
    ];

    private static string Count(IEnumerable<CaseResult> results, Outcome outcome) =>
        results.Count(result => result.Verdict.Outcome == outcome).ToString(CultureInfo.InvariantCulture);

    private static string Informational(IEnumerable<CaseResult> results)
    {
        var some = results.Where(result => result.Verdict.Outcome == Outcome.Informational).ToArray();
        return some.Length == 0
            ? "0"
            : $"{some.Length} ({some.Count(result => result.Verdict.Text.Length == 0)} agree)";
    }

    private static string Missing(IEnumerable<CaseResult> results)
    {
        var names = Lists.Missing(results).Select(missing => missing.Name).ToArray();
        var more = names.Length > MostNames ? $", and {names.Length - MostNames} more" : "";
        return string.Join(", ", names.Take(MostNames)) + more;
    }
}
