using System.Text.Json.Nodes;

namespace Hornet.Saving;

/// <summary>Configurations as whole models in <c>.h5</c> files have them: layers by their class names alone.</summary>
internal static class LegacyForms
{
    /// <summary>Takes what the layers of a model, and of models within it, say of their modules.</summary>
    public static JsonObject OfModel(JsonObject model)
    {
        if (model["config"] is JsonObject config && config["layers"] is JsonArray layers)
        {
            config["layers"] = new JsonArray([.. layers.Select(layer => OfLayer((JsonObject)layer!.DeepClone()))]);
        }

        return model;
    }

    /// <summary>The optimizer under a name of its own, and all by their class names.</summary>
    public static JsonObject OfTraining(JsonObject compilation)
    {
        var training = new JsonObject();
        foreach (var (key, value) in compilation)
        {
            if (key != "optimizer")
            {
                training[key] = OfObjects(value?.DeepClone());
            }
        }

        training["optimizer_config"] = OfObjects(compilation["optimizer"]?.DeepClone());
        return training;
    }

    // An op of a graph has no other name than its module's.
    private static JsonObject OfLayer(JsonObject layer)
    {
        if (!IsOperation(layer))
        {
            Shorten(layer);
            layer.Remove("build_config");
            layer.Remove("compile_config");
            Wrapped(layer);
        }

        return OfModel(layer);
    }

    // A layer inside a layer keeps its form, but a model there has its own layers in this one.
    private static void Wrapped(JsonObject layer)
    {
        foreach (var inner in (layer["config"] as JsonObject ?? []).Select(pair => pair.Value).OfType<JsonObject>())
        {
            if (inner.ContainsKey("class_name"))
            {
                OfModel(inner);
                Wrapped(inner);
            }
        }
    }

    private static JsonNode? OfObjects(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject described when described.ContainsKey("class_name"):
                Shorten(described);
                return described;
            case JsonObject pairs:
                return new JsonObject(pairs.Select(
                    pair => KeyValuePair.Create(pair.Key, OfObjects(pair.Value?.DeepClone()))));
            case JsonArray list:
                return new JsonArray([.. list.Select(item => OfObjects(item?.DeepClone()))]);
            default:
                return value;
        }
    }

    private static void Shorten(JsonObject described)
    {
        described.Remove("module");
        if (described.Remove("registered_name", out var registered) && $"{registered}".Contains('>'))
        {
            described["class_name"] = registered;
        }
    }

    private static bool IsOperation(JsonObject layer) =>
        $"{layer["module"]}".StartsWith("keras.src.ops.", StringComparison.Ordinal);
}
