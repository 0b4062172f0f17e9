namespace Hornet.Tests;

/// <summary>
/// Baselines/KerasApi.txt: a line for each object of Keras with its status, and lines by hand for parameters that
/// Hornet leaves out on purpose, such as <c>keras.layers.*(lora_rank)</c>.
/// </summary>
internal sealed class KerasApiBaseline
{
    private readonly Dictionary<string, string> _lines;

    public KerasApiBaseline(IEnumerable<string> lines) => _lines = lines
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t', 2))
        .ToDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1] : string.Empty);

    /// <summary>What the text says of the objects themselves.</summary>
    public IEnumerable<KeyValuePair<string, string>> Objects => _lines.Where(line => !IsOfParameters(line.Key));

    public string StatusOf(string name) => _lines.GetValueOrDefault(name, Coverage.NotYet);

    /// <summary>The text for what is so now. A "will not" stays for as long as the object is not there.</summary>
    public IReadOnlyList<string> Update(IEnumerable<KerasObject> objects, Coverage coverage)
    {
        var excuses = _lines.Where(line => IsOfParameters(line.Key)).Select(line => $"{line.Key}\t{line.Value}");
        var statuses = objects.Select(item => $"{item.Name}\t{Now(item, coverage)}");
        return [
            "# What Keras has, and what of it Hornet has: done, partial, not yet, will not (with the reason).",
            "# The tests compute it. By hand: \"will not: REASON\", also for parameters, NAME(a, b).",
            .. excuses.Order(StringComparer.Ordinal),
            .. statuses.Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The objects of which there is less than the text says.</summary>
    public IEnumerable<string> Regressions(IEnumerable<KerasObject> objects, Coverage coverage) =>
        from item in objects
        let before = StatusOf(item.Name)
        let now = Now(item, coverage)
        where Rank(now) < Rank(before)
        select $"{item.Name}: was {before}, is {now}";

    private static int Rank(string status) =>
        status == Coverage.Done ? 2 : status.StartsWith(Coverage.Partial, StringComparison.Ordinal) ? 1 : 0;

    private string Now(KerasObject item, Coverage coverage)
    {
        var before = StatusOf(item.Name);
        var now = coverage.Of(item, parameter => IsExcused(item.Name, parameter));
        return now == Coverage.NotYet && before.StartsWith(Coverage.WillNot, StringComparison.Ordinal) ? before : now;
    }

    private bool IsExcused(string name, string parameter) => _lines.Keys.Where(IsOfParameters).Any(key =>
        Covers(key[..key.IndexOf('(', StringComparison.Ordinal)], name)
        && key[(key.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(", ").Contains(parameter));

    private static bool Covers(string pattern, string name) => pattern is [.. var start, '*']
        ? name.StartsWith(start, StringComparison.Ordinal)
        : name == pattern;

    private static bool IsOfParameters(string key) => key.EndsWith(')');
}
