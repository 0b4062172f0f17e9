namespace Hornet.Tests;

/// <summary>README's table of what is done, counted from the baseline.</summary>
internal static class CoverageTable
{
    private const string Begin = "<!-- coverage: computed from tests/Hornet.Tests/Baselines/KerasApi.txt -->";
    private const string End = "<!-- /coverage -->";

    public static IEnumerable<string> Of(KerasApiBaseline baseline)
    {
        var objects = baseline.Objects.ToArray();
        yield return "| Keras | Objects | Done | Partly | Not yet | Will not |";
        yield return "| --- | ---: | ---: | ---: | ---: | ---: |";
        var modules = objects.GroupBy(item => Module(item.Key));
        foreach (var module in modules.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return Row($"`{module.Key}`", [.. module.Select(item => item.Value)]);
        }

        yield return Row("**all**", [.. objects.Select(item => item.Value)]);
    }

    /// <summary>The text with this table between its marks.</summary>
    public static string Insert(string text, IEnumerable<string> table)
    {
        var (start, end) = Find(text);
        return $"{text[..start]}\n{string.Join('\n', table)}\n{text[end..]}";
    }

    private static (int Start, int End) Find(string text)
    {
        var start = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"Expected the lines '{Begin}' and '{End}' in README.md.");
        return (start + Begin.Length, end);
    }

    // keras.ops.image.resize counts for keras.ops; keras.Input for keras.
    private static string Module(string name) =>
        name.Split('.') is ["keras", var module, _, ..] ? $"keras.{module}" : "keras";

    private static string Row(string title, string[] statuses)
    {
        var counts = new[] { Coverage.Done, Coverage.Partial, Coverage.NotYet, Coverage.WillNot }
            .Select(kind => statuses.Count(status => status.StartsWith(kind, StringComparison.Ordinal)));
        return $"| {title} | {statuses.Length} | {string.Join(" | ", counts)} |";
    }
}
