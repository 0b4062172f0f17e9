using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>The cases that differ on purpose: the table of docs/conformance.md, and no list beside it.</summary>
internal static class OnPurpose
{
    private const string OfTheProcessor = "## What the processor decides";

    private static readonly string[] s_page = Read();

    /// <summary>Case by <c>category/group/id</c>: what Keras does, and why Hornet does not.</summary>
    public static IReadOnlyDictionary<string, (string Keras, string Why)> Cases { get; } =
        Parse(s_page.TakeWhile(line => line != OfTheProcessor));

    /// <summary>The cases that pass on some processors only: what is enlarged, and by what.</summary>
    public static IReadOnlyDictionary<string, (string Keras, string Why)> ByProcessor { get; } =
        Parse(s_page.SkipWhile(line => line != OfTheProcessor));

    /// <summary>Whether a case is in either list.</summary>
    public static bool Includes(CorpusCase line) => Cases.ContainsKey(Name(line)) || DependsOnProcessor(line);

    public static bool DependsOnProcessor(CorpusCase line) => ByProcessor.ContainsKey(Name(line));

    /// <summary>Reads rows <c>| `case`, `case` | what Keras does | why Hornet does not |</c>.</summary>
    public static IReadOnlyDictionary<string, (string Keras, string Why)> Parse(IEnumerable<string> lines) => lines
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|', 3, StringSplitOptions.TrimEntries))
        .SelectMany(cells => cells[0].Split('`').Where((_, i) => i % 2 == 1), (cells, name) => (name, cells))
        .ToDictionary(row => row.name, row => (row.cells[1], row.cells[2]));

    private static string Name(CorpusCase line) => $"{line.Category}/{line.Group}/{line.Id}";

    private static string[] Read()
    {
        using var page = typeof(OnPurpose).Assembly.GetManifestResourceStream("conformance.md")!;
        using var reader = new StreamReader(page);
        return reader.ReadToEnd().Split('\n');
    }
}
