namespace Hornet.Saving.Hdf5;

/// <summary>A group: named groups and data sets.</summary>
internal sealed class Hdf5Group(ByteSource source, Hdf5Header header, string path)
    : Hdf5Object(source, header, path)
{
    private Dictionary<string, Hdf5Link>? _links;

    /// <summary>The names of what it holds.</summary>
    public IReadOnlyCollection<string> Names => Links.Keys;

    private Dictionary<string, Hdf5Link> Links => _links ??= Hdf5Links.Read(Source, Header);

    /// <summary>The group at a path below this one; null where there is none.</summary>
    public Hdf5Group? Group(string below) => Find(below) switch
    {
        null => null,
        Hdf5Group group => group,
        _ => throw Hdf5Error.Broken($"a group at '{Join(below)}'", "a data set"),
    };

    /// <summary>The data set at a path below this group; null where there is none.</summary>
    public Hdf5Dataset? Dataset(string below) => Find(below) switch
    {
        null => null,
        Hdf5Dataset dataset => dataset,
        _ => throw Hdf5Error.Broken($"a data set at '{Join(below)}'", "a group"),
    };

    /// <summary>The group or data set of a name; null where there is none.</summary>
    public Hdf5Object? Child(string name) => !Links.TryGetValue(name, out var link) ? null
        : link.Kind is { } kind ? throw Hdf5Error.Link(Join(name), kind)
        : Open(Source, link.Address, Join(name));

    private Hdf5Object? Find(string below)
    {
        Hdf5Object current = this;
        foreach (var name in below.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (current is not Hdf5Group group || group.Child(name) is not { } child)
            {
                return null;
            }

            current = child;
        }

        return current;
    }

    private string Join(string below) => Path.Length == 0 ? below : $"{Path}/{below}";
}
