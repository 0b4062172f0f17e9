using System.Text.Json.Nodes;
using Hornet.Losses;
using Hornet.Metrics;
using Hornet.Serialization;

namespace Hornet.Conformance;

/// <summary>What a configuration names and Hornet does not have yet.</summary>
internal static class MissingClasses
{
    // What these mean depends on the targets.
    private static readonly string[] s_chosen = ["accuracy", "acc", "crossentropy", "ce"];

    /// <exception cref="NotYetException">There is one.</exception>
    public static void Refuse(JsonNode? config)
    {
        switch (config)
        {
            case JsonArray list:
                list.ToList().ForEach(Refuse);
                break;
            case JsonObject pairs:
                if (pairs["module"] is JsonValue module && pairs["class_name"] is JsonValue name)
                {
                    Refuse(module.GetValue<string>(), name.GetValue<string>());
                }

                pairs.Select(pair => pair.Value).ToList().ForEach(Refuse);
                break;
        }
    }

    /// <exception cref="NotYetException">A loss or metric is named that Hornet does not have.</exception>
    public static void RefuseNames(JsonObject compilation)
    {
        Refuse<Loss>(compilation["loss"]);
        Refuse<Metric>(compilation["metrics"]);
        Refuse<Metric>(compilation["weighted_metrics"]);
    }

    private static void Refuse(string module, string className)
    {
        if (!module.StartsWith("keras.src.ops.", StringComparison.Ordinal)
            && KerasRegistry.Find(module, className) is null)
        {
            throw new NotYetException($"{module}.{className}");
        }
    }

    private static void Refuse<T>(JsonNode? names)
        where T : class
    {
        switch (names)
        {
            case JsonArray list:
                list.ToList().ForEach(Refuse<T>);
                break;
            case JsonObject pairs when !pairs.ContainsKey("class_name"):
                pairs.Select(pair => pair.Value).ToList().ForEach(Refuse<T>);
                break;
            case JsonValue value when value.GetValue<string>() is var name && !s_chosen.Contains(name):
                Require<T>(name);
                break;
        }
    }

    private static void Require<T>(string name)
        where T : class
    {
        try
        {
            KerasRegistry.Get<T>(name);
        }
        catch (Exception error) when (error is KerasSerializationException or ArgumentException)
        {
            throw new NotYetException($"the {typeof(T).Name.ToLowerInvariant()} {name}");
        }
    }
}
