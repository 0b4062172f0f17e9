using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The part of a configuration that says how weights are quantized.</summary>
internal static class Quantization
{
    private const string Key = "quantization_config";

    /// <summary>Takes the part out of a configuration; a layer that is quantized cannot be made from it.</summary>
    public static void Refuse(ConfigReader config)
    {
        if (config.Take(Key) is { } given)
        {
            throw new ArgumentException(
                $"Expected a layer that is not quantized: {Key}=None. Received: {ConfigJson.Write(given)}. Save the " +
                "model before it is quantized.");
        }
    }

    /// <summary>Writes that nothing is quantized, as Keras does.</summary>
    public static void Write(JsonObject config) => config[Key] = null;
}
