namespace Hornet.Tests;

/// <summary>The working tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> s_sources = new(ReadSources);

    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file that is kept by hand, with paths from <see cref="Root"/> and forward slashes.</summary>
    public static IReadOnlyList<SourceFile> Sources => s_sources.Value;

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string RelativePath(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The files of this kind below a folder, without what a build has put there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var full = PathOf(folder);
        return Directory.Exists(full)
            ? Directory.EnumerateFiles(full, pattern, SearchOption.AllDirectories)
                .Where(path => !IsBuildOutput(path))
                .Order(StringComparer.Ordinal)
            : [];
    }

    private static IReadOnlyList<SourceFile> ReadSources() =>
        [.. from folder in new[] { "src", "tests", "samples", "benchmarks" }
            from path in Files(folder, "*.cs")
            select new SourceFile(RelativePath(path), File.ReadAllText(path))];

    private static bool IsBuildOutput(string path) =>
        RelativePath(path).Split('/').Any(part => part is "bin" or "obj" or "artifacts");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hornet.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException(
            $"Expected Hornet.slnx in a folder above the tests. Received: {AppContext.BaseDirectory}. " +
            "Run the tests from a clone of the repository.");
    }
}
