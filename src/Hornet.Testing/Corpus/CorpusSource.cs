namespace Hornet.Testing;

/// <summary>A group's file of lines and, opened when the first line refers to it, its file of arrays.</summary>
internal sealed class CorpusFile(string category, string group, string path)
{
    private readonly Lazy<SafetensorsFile> _arrays = new(
        () => SafetensorsFile.Open(Path.ChangeExtension(path, ".safetensors")));

    public string Category => category;

    public string Group => group;

    public string FullPath => path;

    public SafetensorsFile Arrays => _arrays.Value;
}

/// <summary>Where a value stands, for its errors and its arrays.</summary>
internal sealed record CorpusSource(CorpusFile File, int Line)
{
    public string Name => $"{File.Category}/{File.Group}.jsonl line {Line}";

    public CorpusFormatException Error(string problem, Exception? cause = null) =>
        new($"{File.FullPath} line {Line}: {problem}", cause);
}
