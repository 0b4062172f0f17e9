using Hornet.Layers;
using Hornet.Saving.Hdf5;

namespace Hornet.Saving;

/// <summary>Weights that are kept layer by layer, in the order of the layers.</summary>
internal static class LegacyWeights
{
    private const string TopLevel = "top_level_model_weights";

    /// <summary>Loads a model; the layers with weights meet those of the file one by one.</summary>
    public static void Load(Model model, Hdf5Group group, bool skipMismatch)
    {
        Layer[] layers = [.. model.Layers.Where(layer => Of(layer).Count > 0)];
        var names = (LegacyNames.Read(group, "layer_names") ?? [])
            .Where(name => WeightNames(Need(group, name)).Length > 0).ToArray();
        if (names.Length != layers.Length)
        {
            throw new KerasFileException(
                $"{model.ClassName} '{model.Name}': expected weights for its {layers.Length} layers that have some. "
                + $"Received: weights of {names.Length} layers ({string.Join(", ", names.Take(20))}).");
        }

        var problems = new List<string>();
        for (var i = 0; i < layers.Length; i++)
        {
            Load($"layer '{layers[i].Name}'", Of(layers[i]), Need(group, names[i]), problems);
        }

        Finish(model, group, skipMismatch, problems);
    }

    /// <summary>Loads the layers whose names are in the file.</summary>
    public static void LoadByName(Model model, Hdf5Group group, bool skipMismatch)
    {
        var problems = new List<string>();
        foreach (var name in LegacyNames.Read(group, "layer_names") ?? [])
        {
            foreach (var layer in model.Layers.Where(layer => layer.Name == name))
            {
                Load($"layer '{name}'", Of(layer), Need(group, name), problems);
            }
        }

        Finish(model, group, skipMismatch, problems);
    }

    /// <summary>The values of a group in the order of its list.</summary>
    public static IEnumerable<(string Name, Tensor Value)> Values(Hdf5Group group)
    {
        foreach (var name in WeightNames(group))
        {
            var dataset = group.Dataset(name) ?? throw new KerasFileException(
                $"Expected the data set '{SavedTree.Join(group.Path, name)}'. Received: none.");
            yield return (dataset.Path, DatasetTensors.Read(dataset));
        }
    }

    /// <summary>All weights of a layer in the order of these files: those that training changes first.</summary>
    public static IReadOnlyList<Variable> Of(Layer layer) =>
        [.. layer.TrainableWeights, .. layer.NonTrainableWeights];

    private static void Finish(Model model, Hdf5Group group, bool skipMismatch, List<string> problems)
    {
        if (group.Names.Contains(TopLevel))
        {
            Load("the model itself", model.SavedVariables, Need(group, TopLevel), problems);
        }

        Report(model, problems, skipMismatch);
    }

    private static void Load(string title, IReadOnlyList<Variable> variables, Hdf5Group group, List<string> problems)
    {
        using var scope = new TensorScope();
        var values = Values(group).ToArray();
        if (values.Length != variables.Count)
        {
            problems.Add($"{group.Path}: {title}: expected {variables.Count} values, found {values.Length}");
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Value.Shape == variables[i].Shape)
            {
                variables[i].Assign(values[i].Value);
            }
            else
            {
                problems.Add(
                    $"{values[i].Name}: {title} ({variables[i].Path}): expected shape {variables[i].Shape}, "
                    + $"found {values[i].Value.Shape}");
            }
        }
    }

    private static void Report(Model model, List<string> problems, bool skipMismatch)
    {
        if (problems.Count == 0)
        {
            return;
        }

        var message = $"{model.ClassName} '{model.Name}': expected a file with the weights of all its layers. Received "
            + $"one in which these do not fit:\n  {string.Join("\n  ", problems.Take(50))}";
        if (!skipMismatch)
        {
            throw new KerasFileException(message);
        }

        Warnings.Emit(message);
    }

    private static string[] WeightNames(Hdf5Group group) => LegacyNames.Read(group, "weight_names") ?? [];

    private static Hdf5Group Need(Hdf5Group group, string name) => group.Group(name) ?? throw new KerasFileException(
        $"Expected the group '{SavedTree.Join(group.Path, name)}'. Received: none.");
}
