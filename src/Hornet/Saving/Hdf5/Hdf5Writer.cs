namespace Hornet.Saving.Hdf5;

/// <summary>Builds an HDF5 file group by group, then writes it from its start to its end.</summary>
/// <remarks>In the oldest version of the format, as h5py does: every reader has it.</remarks>
internal sealed class Hdf5Writer
{
    private readonly Hdf5Node _root = new();

    /// <summary>Adds the data set of a tensor; slashes in its name make groups.</summary>
    public void Add(string path, EagerTensor tensor)
    {
        var slash = path.LastIndexOf('/');
        var node = new Hdf5Node(tensor);
        if (tensor.DType == DType.BFloat16)
        {
            node.Attributes["dtype"] = (["bfloat16"], IsList: false); // HDF5 has none: plain bytes, with this name
        }

        Group(slash < 0 ? "" : path[..slash]).Children[path[(slash + 1)..]] = node;
    }

    /// <summary>Adds a text to a group.</summary>
    public void Attribute(string path, string name, string text) =>
        Group(path).Attributes[name] = ([text], IsList: false);

    /// <summary>Adds a list of texts to a group.</summary>
    public void Attribute(string path, string name, string[] texts) =>
        Group(path).Attributes[name] = (texts, IsList: true);

    /// <summary>Writes the file; the stream need not seek.</summary>
    public void Write(Stream stream) => Hdf5Layout.Of(_root).Write(stream);

    // The group at a path, with those around it; made where it is not there.
    private Hdf5Node Group(string path)
    {
        var group = _root;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!group.Children.TryGetValue(name, out var found) || found.Tensor is not null)
            {
                group.Children[name] = found = new Hdf5Node();
            }

            group = found;
        }

        return group;
    }
}
