namespace Hornet.Tests;

/// <summary>Baselines/Excused.txt: the files that a rule of length does not hold for. It may only shrink.</summary>
/// <remarks>A line is <c>rule TAB path TAB reason</c>; the rules are <c>file</c>, <c>line</c>, <c>method</c>.</remarks>
internal sealed class Excused(IEnumerable<string> lines)
{
    private readonly (string Rule, string Path)[] _entries = [.. lines
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .Select(parts => (parts[0], parts[1]))];

    /// <summary>The breaches of a rule that nothing excuses, and the excuses that nothing needs.</summary>
    public IEnumerable<string> Apply(
        string rule, IReadOnlyCollection<SourceFile> files, Func<SourceFile, IEnumerable<string>> breaches)
    {
        var excused = _entries.Where(entry => entry.Rule == rule).Select(entry => entry.Path).ToHashSet();
        var found = files.ToLookup(file => file.Path, file => breaches(file).ToArray());
        var open = files.Where(file => !excused.Contains(file.Path)).SelectMany(breaches);
        var idle = excused.Where(path => !found[path].Any(one => one.Length > 0));
        return open.Concat(idle.Select(path => $"{path}: needs no excuse any more ({rule}): take it off the list"));
    }
}
