using System.Buffers.Binary;
using System.Text;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>A folder with one category and one group, for lines that are made up.</summary>
internal sealed class CorpusSample : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hornet-corpus-");
    private readonly string _category;
    private readonly string _group;

    public CorpusSample(string category, string group, string[] lines)
    {
        _category = category;
        _group = group;
        Directory.CreateDirectory(PathOf(""));
        File.WriteAllLines(PathOf($"{group}.jsonl"), lines);
        Folder = new CorpusFolder(_folder.FullName);
    }

    public CorpusFolder Folder { get; }

    public IEnumerable<CorpusCase> Cases => Folder.Cases(_category, _group);

    /// <summary>A sample whose category and group are called just so.</summary>
    public static CorpusSample Of(params string[] lines) => new("category", "group", lines);

    /// <summary>The value of a field, from its JSON.</summary>
    public static CorpusValue Value(string json)
    {
        using var sample = Of($$"""{"id":"x","value":{{json}}}""");
        return sample.Cases.Single().Value("value");
    }

    /// <summary>Puts a file of arrays beside the group.</summary>
    public CorpusSample WithArrays(string header, params byte[] data)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        File.WriteAllBytes(PathOf($"{_group}.safetensors"), [.. length, .. text, .. data]);
        return this;
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, _category, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
