using Hornet.Saving.Hdf5;

namespace Hornet.Saving;

/// <summary>Where the values of saved objects are read from.</summary>
internal abstract class WeightStore
{
    /// <summary>The values of the object at a path, by their names; none where there is no group.</summary>
    public IReadOnlyDictionary<string, Tensor> Values(string path)
    {
        var values = new Dictionary<string, Tensor>();
        foreach (var group in Groups(path))
        {
            foreach (var name in group.Names)
            {
                if (group.Dataset(name) is { } dataset)
                {
                    values[name] = DatasetTensors.Read(dataset);
                }
            }
        }

        return values;
    }

    /// <summary>The groups that together have the values of an object.</summary>
    protected abstract IEnumerable<Hdf5Group> Groups(string path);
}
