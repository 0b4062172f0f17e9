using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Shapes in any structure, as configurations have them.</summary>
internal static class ShapeConfig
{
    private const string Key = "input_shape";

    public static JsonNode? Write(Nested<Shape> shapes) =>
        shapes.IsLeaf ? shapes.Value?.ToConfig()
        : shapes.IsDictionary ? new JsonObject(shapes.Keys.Select(key => KeyValuePair.Create(key, Write(shapes[key]))))
        : new JsonArray([.. shapes.AsEnumerable().Select(Write)]);

    /// <summary>The shapes that a layer was built for; null where the configuration does not say.</summary>
    /// <param name="config">A build configuration.</param>
    /// <param name="path">Whose it is, for errors.</param>
    /// <param name="argument">Keras's name of the inputs, where there are shapes of other arguments too.</param>
    public static Nested<Shape>? ReadInput(JsonObject config, string path, string argument = "input") =>
        config[Key] is { } node ? Read(new ConfigItem(node, $"{path}.build_config.{Key}"))
        : ReadNamed(config, path, argument);

    /// <summary>The shapes of one of several arguments; null where the configuration does not say.</summary>
    /// <inheritdoc cref="ReadInput"/>
    public static Nested<Shape>? ReadNamed(JsonObject config, string path, string argument) =>
        config["shapes_dict"] is JsonObject shapes && shapes[$"{argument}_shape"] is { } named
            ? Read(new ConfigItem(named, $"{path}.build_config.shapes_dict.{argument}_shape"))
            : null;

    public static Shape? ReadOrNull(ConfigItem item) => item.IsNull ? null : item.ReadValue<Shape>();

    // A list of sizes is a shape, a list of anything else a structure.
    private static Nested<Shape> Read(ConfigItem item) => item.Node switch
    {
        null => Nested.Leaf<Shape>(null),
        JsonArray list when list.All(axis => axis is null or JsonValue) => item.ReadValue<Shape>(),
        JsonArray => Nested.List<Shape>(item.ReadList(Read)),
        _ => Nested.Dictionary(item.ReadDictionary(Read)),
    };
}
