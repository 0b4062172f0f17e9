using Hornet.Saving.Hdf5;
using Hornet.Serialization;

namespace Hornet.Saving;

/// <summary>Whole models in <c>.h5</c> files, of Keras 2 and 3.</summary>
internal static class LegacyReader
{
    private const string Weights = "model_weights";

    /// <summary>Whether a file keeps weights layer by layer, with lists of names.</summary>
    public static bool IsLegacy(Hdf5Group root) =>
        root.Names.Contains(Weights) || LegacyNames.Read(root, "layer_names") is not null;

    public static Model Load(Hdf5Group root, long length, bool compile)
    {
        var config = root.Text("model_config") ?? throw new KerasFileException(
            "Expected a whole model: an .h5 file with the attribute model_config. Received one without it. Where it "
            + "holds weights alone, make the model and call LoadWeights.");
        var model = ModelReader.Make(ConfigJson.Parse(config), length, compile);
        LoadWeights(model, root, skipMismatch: false, byName: false);
        if (compile && root.Text("training_config") is { } training)
        {
            LegacyTraining.Compile(model, root, training);
        }

        return model;
    }

    public static void LoadWeights(Model model, Hdf5Group root, bool skipMismatch, bool byName)
    {
        var group = LegacyNames.Read(root, "layer_names") is null
            ? root.Group(Weights) ?? throw new KerasFileException($"Expected a group '{Weights}'. Received: none.")
            : root;
        if (byName)
        {
            LegacyWeights.LoadByName(model, group, skipMismatch);
        }
        else
        {
            LegacyWeights.Load(model, group, skipMismatch);
        }
    }
}
