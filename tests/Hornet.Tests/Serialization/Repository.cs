namespace Hornet.Tests;

/// <summary>Files of the repository, found from where the tests run.</summary>
internal static class Repository
{
    private static readonly string s_root = Find(AppContext.BaseDirectory);

    public static string Path(string path) => System.IO.Path.Combine(s_root, path);

    private static string Find(string folder) => File.Exists(System.IO.Path.Combine(folder, "Hornet.slnx"))
        ? folder
        : Find(Directory.GetParent(folder)?.FullName
            ?? throw new InvalidOperationException("Expected the tests to run within the repository (Hornet.slnx)."));
}
