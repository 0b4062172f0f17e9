using System.Text.Json.Nodes;
using Hornet.Optimizers;
using Hornet.Saving.Hdf5;
using Hornet.Serialization;

namespace Hornet.Saving;

/// <summary>How the model of an <c>.h5</c> file was compiled, and where its optimizer stopped.</summary>
internal static class LegacyTraining
{
    private const string Weights = "optimizer_weights";

    public static void Compile(Model model, Hdf5Group root, string training)
    {
        if (ConfigJson.Parse(training) is not JsonObject config)
        {
            throw new KerasFileException("Expected training_config to be a dictionary. Received: another text.");
        }

        if (config.Remove("optimizer_config", out var optimizer))
        {
            config["optimizer"] = optimizer;
        }

        model.CompileFromConfig(config);
        if (model.Optimizer is { Built: true } built && root.Group(Weights) is { } group)
        {
            Fill(built, group);
        }
    }

    // Keras begins anew where the variables are others, as those of Keras 2 are.
    private static void Fill(Optimizer optimizer, Hdf5Group group)
    {
        using var scope = new TensorScope();
        Tensor[] values = [.. LegacyWeights.Values(group).Select(pair => pair.Value)];
        try
        {
            optimizer.SetWeights(values);
        }
        catch (ArgumentException e)
        {
            Warnings.Emit($"The saved state of optimizer '{optimizer.Name}' does not fit; it starts anew. {e.Message}");
        }
    }
}
