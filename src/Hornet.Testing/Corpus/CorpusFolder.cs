namespace Hornet.Testing;

/// <summary>A folder of reference cases: a folder a category, in it a <c>.jsonl</c> a group.</summary>
public sealed class CorpusFolder
{
    private readonly string? _shared;

    /// <summary>Reads the cases below <paramref name="path"/>.</summary>
    /// <param name="path">The folder that holds a folder for each category.</param>
    /// <param name="shared">Another such folder, for files that cases here share with it and that are not here.</param>
    public CorpusFolder(string path, string? shared = null)
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException(
                $"Expected a folder of reference cases. Received: '{path}', which is not a folder.");
        }

        FullPath = Path.GetFullPath(path);
        _shared = shared;
    }

    /// <summary>Where the folder is.</summary>
    public string FullPath { get; }

    /// <summary>The categories, each a folder of groups.</summary>
    public IReadOnlyList<string> Categories =>
        Sorted(Directory.EnumerateDirectories(FullPath).Where(HoldsCases).Select(Path.GetFileName));

    /// <summary>The groups of a category, each a file of cases.</summary>
    public IReadOnlyList<string> Groups(string category) =>
        Sorted(Directory.EnumerateFiles(FolderOf(category), "*.jsonl").Select(Path.GetFileNameWithoutExtension));

    /// <summary>The cases of all groups of a category.</summary>
    public IEnumerable<CorpusCase> Cases(string category) =>
        Groups(category).SelectMany(group => Cases(category, group));

    /// <summary>The cases of a group, in the order of the file, read as they are asked for.</summary>
    public IEnumerable<CorpusCase> Cases(string category, string group)
    {
        var path = Path.Combine(FolderOf(category), group + ".jsonl");
        return File.Exists(path)
            ? Read(category, group, path)
            : throw new FileNotFoundException(
                $"Expected a group of '{category}': {string.Join(", ", Groups(category))}. Received: '{group}'.", path);
    }

    /// <summary>The path of a file that cases of a category refer to: a saved model, an image.</summary>
    public string FileOf(string category, string name)
    {
        if (Path.IsPathRooted(name) || name.Split('/', '\\').Contains(".."))
        {
            throw new ArgumentException($"Expected a file inside the folder of '{category}'. Received: '{name}'.");
        }

        string?[] folders = [FullPath, _shared];
        return folders.OfType<string>().Select(folder => Path.Combine(folder, category, name)).FirstOrDefault(Exists)
            ?? throw new FileNotFoundException($"The category '{category}' has no file '{name}'.", name);
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private static bool HoldsCases(string folder) => Directory.EnumerateFiles(folder, "*.jsonl").Any();

    private static List<string> Sorted(IEnumerable<string?> names) =>
        [.. names.OfType<string>().Order(StringComparer.Ordinal)];

    private static IEnumerable<CorpusCase> Read(string category, string group, string path)
    {
        var file = new CorpusFile(category, group, path);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            yield return CorpusCase.Parse(line, new CorpusSource(file, ++number));
        }
    }

    private string FolderOf(string category)
    {
        var folder = Path.Combine(FullPath, category);
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException(
                $"Expected a category of {FullPath}: {string.Join(", ", Categories)}. Received: '{category}'.");
    }
}
