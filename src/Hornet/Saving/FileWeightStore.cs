using Hornet.Saving.Hdf5;

namespace Hornet.Saving;

/// <summary>The values of saved objects in one HDF5 file.</summary>
internal sealed class FileWeightStore(Hdf5Group root) : WeightStore
{
    // The name of the list of layers in files of Keras 2.13.
    private const string OldLayers = "_layer_checkpoint_dependencies";

    protected override IEnumerable<Hdf5Group> Groups(string path)
    {
        var found = root.Group(SavedTree.Join(path, "vars"));
        if (found is null && path.Length > 0 && root.Names.Contains(OldLayers))
        {
            found = root.Group(SavedTree.Join(path.Replace("layers", OldLayers, StringComparison.Ordinal), "vars"));
        }

        return found is null ? [] : [found];
    }
}
