using PureHDF;

namespace Hornet.Saving.Hdf5;

/// <summary>Builds an HDF5 file group by group, then writes it at once.</summary>
internal sealed class Hdf5Writer
{
    private readonly H5File _file = [];

    /// <summary>The group at a path, with those around it; made where it is not there.</summary>
    public H5Group Group(string path)
    {
        H5Group group = _file;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (group.TryGetValue(name, out var found) && found is H5Group known)
            {
                group = known;
            }
            else
            {
                var made = new H5Group();
                group[name] = made;
                group = made;
            }
        }

        return group;
    }

    /// <summary>Adds the data set of a tensor; slashes in its name make groups.</summary>
    public void Add(string path, EagerTensor tensor)
    {
        var slash = path.LastIndexOf('/');
        Group(slash < 0 ? "" : path[..slash])[path[(slash + 1)..]] = Dataset(tensor);
    }

    /// <summary>Adds a text to a group.</summary>
    public void Attribute(string path, string name, string text) =>
        Group(path).Attributes[name] = new H5Attribute<string>(text);

    /// <summary>Adds a list of texts to a group.</summary>
    public void Attribute(string path, string name, string[] texts) =>
        Group(path).Attributes[name] = texts.Length > 0
            ? new H5Attribute<string[]>(texts)
            : new H5Attribute<double[]>([], [0]); // what h5py makes of an empty list

    /// <summary>Writes the file to a stream that can seek.</summary>
    public void Write(Stream stream) => _file.Write(stream);

    private static H5Dataset Dataset(EagerTensor tensor) => tensor.DType switch
    {
        DType.Float32 => Of<float>(tensor),
        DType.Float64 => Of<double>(tensor),
        DType.Float16 => Of<Half>(tensor),
        DType.Int8 => Of<sbyte>(tensor),
        DType.Int16 => Of<short>(tensor),
        DType.Int32 => Of<int>(tensor),
        DType.Int64 => Of<long>(tensor),
        DType.UInt8 => Of<byte>(tensor),
        DType.UInt16 => Of<ushort>(tensor),
        DType.UInt32 => Of<uint>(tensor),
        DType.UInt64 => Of<ulong>(tensor),
        DType.Bool => Array(
            System.Array.ConvertAll(tensor.ToArray<bool>(), bit => bit ? Hdf5Bool.TRUE : Hdf5Bool.FALSE), tensor),
        DType.BFloat16 => Opaque(tensor),
        _ => throw new KerasFileException(
            $"Expected weights of numbers that HDF5 has. Received: {tensor.DType.KerasName()}. Cast them first."),
    };

    private static H5Dataset Of<T>(EagerTensor tensor)
        where T : unmanaged => Array(tensor.ToArray<T>(), tensor);

    private static H5Dataset Array<T>(T[] elements, EagerTensor tensor) => tensor.Shape.Rank == 0
        ? new H5Dataset<T>(elements[0])
        : new H5Dataset<T[]>(elements, fileDims: Axes(tensor));

    // HDF5 has no bfloat16: bytes without a meaning, and their dtype beside them.
    private static H5Dataset<byte[]> Opaque(EagerTensor tensor) =>
        new(
            ByteTensors.Write(tensor), fileDims: Axes(tensor), opaqueInfo: new H5OpaqueInfo(2, "bfloat16"))
        {
            Attributes = new() { ["dtype"] = new H5Attribute<string>("bfloat16") },
        };

    private static ulong[] Axes(EagerTensor tensor) => [.. tensor.Shape.Select(axis => (ulong)axis!.Value)];
}
