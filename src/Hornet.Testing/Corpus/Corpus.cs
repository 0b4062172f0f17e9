namespace Hornet.Testing;

/// <summary>The reference cases: what Keras 3.16 does, recorded.</summary>
/// <remarks>
/// They are read from the folder that the variable <c>HORNET_CORPUS</c> names; without it, from <c>tests/corpus</c> of
/// the repository that the running assembly lies in.
/// </remarks>
public static class Corpus
{
    /// <summary>The environment variable that names another folder of cases.</summary>
    public const string Variable = "HORNET_CORPUS";

    private static readonly string[] s_place = ["tests", "corpus"];
    private static readonly Lazy<CorpusFolder> s_folder = new(Locate, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The folder in use.</summary>
    public static CorpusFolder Folder => s_folder.Value;

    /// <summary>The categories, each a folder of groups.</summary>
    public static IReadOnlyList<string> Categories => Folder.Categories;

    /// <summary>The groups of a category, each a file of cases.</summary>
    public static IReadOnlyList<string> Groups(string category) => Folder.Groups(category);

    /// <summary>The cases of a group, in the order of the file, read as they are asked for.</summary>
    public static IEnumerable<CorpusCase> Cases(string category, string group) => Folder.Cases(category, group);

    /// <summary>The cases of all groups of a category.</summary>
    public static IEnumerable<CorpusCase> Cases(string category) => Folder.Cases(category);

    /// <summary>The path of a file that cases of a category refer to.</summary>
    public static string FileOf(string category, string name) => Folder.FileOf(category, name);

    /// <summary>The repository's own copy, or null outside a repository.</summary>
    internal static string? RepositoryCopy()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine([folder.FullName, .. s_place]);
            if (File.Exists(Path.Combine(corpus, "README.md")))
            {
                return corpus;
            }
        }

        return null;
    }

    private static CorpusFolder Locate()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return new CorpusFolder(named, RepositoryCopy());
        }

        return new CorpusFolder(RepositoryCopy() ?? throw new DirectoryNotFoundException(
            $"The reference cases were not found. Expected tests/corpus in a folder above {AppContext.BaseDirectory}; "
            + $"or set {Variable} to the folder that holds them."));
    }
}
