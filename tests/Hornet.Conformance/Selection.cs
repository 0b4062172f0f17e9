using System.Text.Json;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Which cases are meant by <c>category[/group[/id]]</c> or <c>category/id</c>.</summary>
/// <param name="Category">The category; null where all are.</param>
/// <param name="Rest">A group, an id in a group, an id, the name of an op, or how one of these begins.</param>
internal sealed record Selection(string? Category = null, string? Rest = null)
{
    public static Selection Parse(string text)
    {
        var parts = text.Trim('/').Split('/', 2);
        return new Selection(parts[0], parts.Length > 1 ? parts[1] : null);
    }

    /// <summary>The cases, in the order of their files.</summary>
    public IReadOnlyList<CorpusCase> Cases() => Category is null
        ? [.. Corpus.Categories.SelectMany(Corpus.Cases)]
        : Rest is null ? [.. Corpus.Cases(Category)] : Part(Category, Rest);

    private static IReadOnlyList<CorpusCase> Part(string category, string rest)
    {
        var groups = Corpus.Groups(category);
        if (groups.Contains(rest))
        {
            return [.. Corpus.Cases(category, rest)];
        }

        if (groups.FirstOrDefault(group => rest.StartsWith($"{group}/", StringComparison.Ordinal)) is { } found
            && Named([.. Corpus.Cases(category, found)], rest[(found.Length + 1)..]) is { Count: > 0 } inGroup)
        {
            return inGroup;
        }

        return Named([.. Corpus.Cases(category)], rest);
    }

    // numpy.max means that op where there is one, and not numpy.maximum.
    private static IReadOnlyList<CorpusCase> Named(IReadOnlyList<CorpusCase> cases, string name)
    {
        Func<string, bool>[] ways =
        [
            candidate => candidate == name,
            candidate => candidate.StartsWith($"{name}/", StringComparison.Ordinal),
            candidate => candidate.StartsWith(name, StringComparison.Ordinal),
        ];
        return ways.Select(way => cases.Where(line => Names(line).Any(way)).ToArray())
            .FirstOrDefault(found => found.Length > 0) ?? [];
    }

    private static IEnumerable<string> Names(CorpusCase line)
    {
        yield return line.Id;
        if (line.Root.Find("op") is { Raw.ValueKind: JsonValueKind.String } op)
        {
            yield return op.Text();
        }
    }
}
