using Hornet.Layers;
using Hornet.Optimizers;
using Hornet.Serialization;

namespace Hornet.Saving;

/// <summary>Where files keep what an object owns: the rules of Keras for the paths of groups.</summary>
internal static class SavedTree
{
    /// <summary>The layers and optimizers that an object owns, each with its place below the object's, in the order
    /// in which files are written.</summary>
    public static IEnumerable<(string Path, SavedObject Value)> Children(SavedObject owner) =>
        Members(owner.Value)
            .OrderBy(member => member.Name.StartsWith('_') ? 1 : 0)
            .ThenBy(member => member.Name, StringComparer.Ordinal)
            .OrderBy(member => IsFirst(owner.Value, member.Name) ? 0 : 1)
            .SelectMany(member => Open(member.Name, member));

    /// <summary>A path below another; the root has none.</summary>
    public static string Join(string path, string below) => path.Length == 0 ? below : $"{path}/{below}";

    // The layers of a graph come first, whatever else a class has.
    private static bool IsFirst(ITrackable owner, string name) =>
        name == "layers" && owner is Model { ClassName: "Sequential" or "Functional" };

    private static IEnumerable<TrackedMember> Members(ITrackable owner) => owner switch
    {
        Model { ClassName: "Sequential" or "Functional" } model => OfModel(model),
        Model model => OfModel(model).Concat(Tracked(model.Members)),
        Layer layer => Tracked(layer.Members).Select(member =>
            layer.PrivateMembers.Contains(member.Name) ? member with { Name = $"_{member.Name}" } : member),
        Optimizer optimizer => Tracked(optimizer.Members),
        _ => [],
    };

    private static IEnumerable<TrackedMember> OfModel(Model model)
    {
        var layers = model.Layers.Select((layer, i) => new TrackedMember($"{i}", layer, []));
        yield return new TrackedMember("layers", null, [.. layers]);
        if (model.Optimizer is { } optimizer)
        {
            yield return new TrackedMember("optimizer", optimizer, []);
        }
    }

    // Keras visits its private members last. An underscore in C# says nothing: a layer's _cell is Keras's cell.
    private static IEnumerable<TrackedMember> Tracked(IEnumerable<TrackedMember> members) =>
        members.Select(member => member with { Name = member.Name.TrimStart('_') });

    private static IEnumerable<(string Path, SavedObject Value)> Open(string path, TrackedMember member)
    {
        if (member.Value is Layer or Optimizer)
        {
            return [(path, new SavedObject(member.Value))];
        }

        return member.IsContainer ? Items(path, member.Items) : [];
    }

    // Not by their names, which are made up and differ from program to program: by class, and a number where one
    // occurs again.
    private static IEnumerable<(string Path, SavedObject Value)> Items(string path, IReadOnlyList<TrackedMember> items)
    {
        var used = new Dictionary<string, int>();
        foreach (var item in items)
        {
            if (item.IsContainer || item.Value is Layer or Optimizer)
            {
                var name = item.IsContainer ? "container" : KerasCase.OfClass(new SavedObject(item.Value!).ClassName);
                used[name] = used.TryGetValue(name, out var count) ? count + 1 : 0;
                var unique = used[name] == 0 ? name : $"{name}_{used[name]}";
                foreach (var found in Open($"{path}/{unique}", item))
                {
                    yield return found;
                }
            }
        }
    }
}
