using Hornet.Saving.Hdf5;

namespace Hornet.Saving;

/// <summary>Writes what <see cref="WeightLoader"/> reads.</summary>
internal static class WeightWriter
{
    public static void Write(Model model, Stream stream)
    {
        var file = new Hdf5Writer();
        foreach (var (path, value) in Objects(model))
        {
            AddGroup(file, path, value);
            foreach (var (name, tensor) in value.Values())
            {
                file.Add($"{path}/{name}", (EagerTensor)tensor);
            }
        }

        file.Write(stream);
    }

    /// <summary>The group of an object's variables, with its name.</summary>
    public static void AddGroup(Hdf5Writer file, string path, SavedObject value) =>
        file.Attribute(path, "name", value.Name);

    /// <summary>All objects of a model, each once, with the path of the group of its variables.</summary>
    public static IReadOnlyList<(string Path, SavedObject Value)> Objects(Model model)
    {
        var found = new List<(string Path, SavedObject Value)>();
        Collect(new SavedObject(model), "", found, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return found;
    }

    private static void Collect(
        SavedObject value, string path, List<(string Path, SavedObject Value)> found, HashSet<object> seen)
    {
        if (!seen.Add(value.Value))
        {
            return;
        }

        found.Add((SavedTree.Join(path, "vars"), value));
        foreach (var (below, child) in SavedTree.Children(value))
        {
            Collect(child, SavedTree.Join(path, below), found, seen);
        }
    }
}
