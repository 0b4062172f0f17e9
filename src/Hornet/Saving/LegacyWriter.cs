using System.Text.Json.Nodes;
using Hornet.Saving.Hdf5;
using Hornet.Serialization;

namespace Hornet.Saving;

/// <summary>Writes whole models as older versions of Keras did: weights layer by layer, by their names.</summary>
internal static class LegacyWriter
{
    // Hornet's numbers are those of Keras on JAX.
    private const string Backend = "jax";

    public static void Write(Model model, Stream stream)
    {
        var file = new Hdf5Writer();
        file.Attribute("", "keras_version", ModelWriter.KerasVersion);
        file.Attribute("", "backend", Backend);
        var config = new JsonObject { ["class_name"] = model.ClassName, ["config"] = model.GetConfig() };
        file.Attribute("", "model_config", ConfigJson.Write(LegacyForms.OfModel(config)));
        if (model.Compiled)
        {
            file.Attribute("", "training_config", ConfigJson.Write(LegacyForms.OfTraining(model.GetCompileConfig()!)));
        }

        WriteWeights(file, model);
        if (model.Optimizer is { } optimizer)
        {
            Write(file, "optimizer_weights", optimizer.Variables);
        }

        file.Write(stream);
    }

    private static void WriteWeights(Hdf5Writer file, Model model)
    {
        const string root = "model_weights";
        LegacyNames.Write(file, root, "layer_names", [.. model.Layers.Select(layer => layer.Name)]);
        file.Attribute(root, "backend", Backend);
        file.Attribute(root, "keras_version", ModelWriter.KerasVersion);
        foreach (var layer in model.Layers.OrderBy(layer => layer.Name, StringComparer.Ordinal))
        {
            Write(file, $"{root}/{layer.Name}", LegacyWeights.Of(layer));
        }

        Write(file, $"{root}/top_level_model_weights", model.SavedVariables);
    }

    private static void Write(Hdf5Writer file, string path, IReadOnlyList<Variable> variables)
    {
        LegacyNames.Write(file, path, "weight_names", [.. variables.Select(variable => variable.Path)]);
        foreach (var variable in variables)
        {
            file.Add($"{path}/{variable.Path}", (EagerTensor)variable.Raw);
        }
    }
}
