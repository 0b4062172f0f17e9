using System.Text.Json.Nodes;
using Hornet.Saving.Hdf5;
using Hornet.Serialization;

namespace Hornet.Saving;

/// <summary>The values of saved objects in several HDF5 files beside a list of what is in which.</summary>
internal sealed class ShardedWeightStore : WeightStore, IDisposable
{
    private readonly string _folder;
    private readonly Dictionary<string, string[]> _files = [];
    private readonly Dictionary<string, (FileStream Stream, Hdf5Group Root)> _open = [];

    /// <summary>Reads the list.</summary>
    /// <param name="path">The <c>.weights.json</c> file.</param>
    public ShardedWeightStore(string path)
    {
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        using var file = FileOpening.Open(path);
        if (file.Length > ConfigJson.MaxBytes)
        {
            throw new KerasFileException(
                $"Expected a list of at most {ConfigJson.MaxBytes} bytes. Received: {file.Length} bytes.");
        }

        var text = new byte[file.Length];
        file.ReadExactly(text);
        if (ConfigJson.Parse(text) is not JsonObject { } list || list["weight_map"] is not JsonObject map)
        {
            throw new KerasFileException("Expected a dictionary with a weight_map. Received: another text.");
        }

        foreach (var (group, names) in map)
        {
            _files[group.Trim('/')] = names is JsonArray several ? [.. several.Select(Name)] : [Name(names)];
        }
    }

    public void Dispose()
    {
        foreach (var (stream, _) in _open.Values)
        {
            stream.Dispose();
        }
    }

    protected override IEnumerable<Hdf5Group> Groups(string path)
    {
        var group = SavedTree.Join(path, "vars");
        foreach (var name in _files.GetValueOrDefault(group) ?? [])
        {
            if (Open(name).Group(group) is { } found)
            {
                yield return found;
            }
        }
    }

    // A name, not a path: a list must not lead out of its folder.
    private static string Name(JsonNode? node)
    {
        var name = node is JsonValue value && value.TryGetValue(out string? text) ? text : "";
        return name.EndsWith(".h5", StringComparison.Ordinal) && name.AsSpan().IndexOfAny("/\\:\0") < 0
            ? name
            : throw new KerasFileException(
                $"Expected names of .h5 files in the list's own folder. Received: {ConfigText.Describe(node)}.");
    }

    private Hdf5Group Open(string name)
    {
        if (!_open.TryGetValue(name, out var open))
        {
            var path = Path.Combine(_folder, name);
            var stream = File.Exists(path) ? FileOpening.Open(path) : throw new KerasFileException(
                $"Expected the file '{ConfigText.Shorten(name)}' beside the list that names it. Received: none.");
            _open[name] = open = (stream, Hdf5File.Open(new StreamSource(stream)));
        }

        return open.Root;
    }
}
