using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hornet.Saving.Hdf5;

namespace Hornet.Saving;

/// <summary>Writes weights into several files of a limited size, and a list of what is in which.</summary>
internal sealed class ShardWriter
{
    private const double Gibibyte = 1L << 30;
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, IndentSize = 4 };

    private readonly string _folder;
    private readonly string _name;
    private readonly double _most;
    private readonly bool _overwrite;
    private readonly OrderedDictionary<string, List<string>> _map = [];
    private Hdf5Writer _file = new();
    private double _size;
    private double _total;
    private int _index;

    private ShardWriter(string path, double maxShardSize, bool overwrite)
    {
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _name = Path.GetFileNameWithoutExtension(path).Replace(".weights", "", StringComparison.Ordinal);
        (_most, _overwrite) = (maxShardSize * Gibibyte, overwrite);
    }

    private string FileName => string.Create(CultureInfo.InvariantCulture, $"{_name}_{_index:D5}.weights.h5");

    /// <summary>Writes the files, the list last.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The list, a <c>.weights.json</c> file.</param>
    /// <param name="maxShardSize">The most gibibytes of weights in one file.</param>
    /// <param name="overwrite">Whether files may be replaced.</param>
    public static void Write(Model model, string path, double maxShardSize, bool overwrite)
    {
        var writer = new ShardWriter(path, maxShardSize, overwrite);
        AtomicFile.CheckFree(path, overwrite);
        foreach (var (group, value) in WeightWriter.Objects(model))
        {
            WeightWriter.AddGroup(writer._file, group, value);
            foreach (var (name, tensor) in value.Values())
            {
                writer.Add(group, name, (EagerTensor)tensor);
            }
        }

        writer.Finish();
        AtomicFile.Write(path, overwrite, stream => stream.Write(Encoding.UTF8.GetBytes(writer.List())));
    }

    private void Add(string group, string name, EagerTensor tensor)
    {
        double size = ByteTensors.Size(tensor);
        if (size > _most)
        {
            throw new KerasFileException(
                $"'{group}/{name}' has {size} bytes. Expected weights of at most {_most} bytes each: give a larger "
                + "maxShardSize.");
        }

        (_total, _size) = (_total + size, _size + size);
        if (_size > _most)
        {
            Finish();
            (_file, _size) = (new Hdf5Writer(), size);
            _index++;
        }

        _file.Add($"{group}/{name}", tensor);
        if (!_map.TryGetValue($"/{group}", out var files))
        {
            _map[$"/{group}"] = files = [];
        }

        if (!files.Contains(FileName))
        {
            files.Add(FileName);
        }
    }

    private void Finish() => AtomicFile.Write(Path.Combine(_folder, FileName), _overwrite, _file.Write);

    // One file is a text, several are a list.
    private string List()
    {
        var map = new JsonObject();
        foreach (var (group, files) in _map)
        {
            map[group] = files is [var only] ? only : new JsonArray([.. files.Select(file => (JsonNode)file)]);
        }

        var list = new JsonObject
        {
            ["metadata"] = new JsonObject { ["total_size"] = _total },
            ["weight_map"] = map,
        };
        return list.ToJsonString(s_indented);
    }
}
