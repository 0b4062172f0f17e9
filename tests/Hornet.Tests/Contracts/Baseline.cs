namespace Hornet.Tests;

/// <summary>
/// A text that is kept in the repository and compared with what is so now. The environment variable
/// <c>HORNET_UPDATE_BASELINES=1</c> lets the tests write it instead, and the change is reviewed as a diff.
/// </summary>
internal sealed class Baseline(string file)
{
    public const string UpdateVariable = "HORNET_UPDATE_BASELINES";

    public const string HowToUpdate = $"{UpdateVariable}=1 ./build.sh test \"FullyQualifiedName~ApiTests\"";

    public static bool IsUpdating => Environment.GetEnvironmentVariable(UpdateVariable) is "1";

    public string Path { get; } = Repository.PathOf("tests", "Hornet.Tests", "Baselines", file);

    public string[] ReadLines() => File.Exists(Path) ? File.ReadAllLines(Path) : [];

    public void Write(IEnumerable<string> lines)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, string.Concat(lines.Select(line => line + "\n")));
    }

    /// <summary>Fails with the lines that differ, or writes them when asked to.</summary>
    public void Check(IReadOnlyCollection<string> lines)
    {
        if (IsUpdating)
        {
            Write(lines);
            return;
        }

        var kept = ReadLines();
        var differences = kept.Except(lines).Select(line => $"- {line}")
            .Concat(lines.Except(kept).Select(line => $"+ {line}"));
        Rules.Hold(differences, $"{Repository.RelativePath(Path)} differs. If the change is meant: {HowToUpdate}");
        Assert.Equal(kept, lines); // the same lines, in the same order, once each
    }
}
