using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Serialization;

namespace Hornet;

/// <content>The configuration of a chain: its layers, the input first where it is known.</content>
[KerasExport("keras")]
public sealed partial class Sequential
{
    private Shape? _builtFor; // stays where layers are added or taken away

    /// <inheritdoc/>
    public override JsonObject GetConfig()
    {
        var config = base.GetConfig();
        config["layers"] = new JsonArray(
            [.. _items.Distinct().Select(layer => (JsonNode)KerasRegistry.SerializeObject(layer))]);
        if (Graph is { Inputs: [var input] })
        {
            config["build_input_shape"] = input.Shape.ToConfig();
        }

        return config;
    }

    /// <inheritdoc cref="Model.FromConfig(JsonObject)"/>
    public static new Sequential FromConfig(JsonObject config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return KerasRegistry.FromConfig<Sequential>(config);
    }

    internal static new Sequential FromConfig(ConfigReader config)
    {
        // The layers have their own; Keras reads neither here.
        config.Ignore("trainable", "dtype");
        var name = config.Read("name", item => item.ReadOrNull<string>());
        var layers = config.Read("layers", item => item.ReadList(ReadLayer));
        var shape = config.Read<Shape?>("build_input_shape", null, ShapeConfig.ReadOrNull);
        config.Finish();
        var model = new Sequential([.. layers], name: name);
        if (model.Graph is null && shape is not null && layers.Length > 0)
        {
            model.BuildFor(shape);
        }

        return model;
    }

    /// <inheritdoc/>
    public override JsonObject? GetBuildConfig() => _builtFor is null
        ? null
        : new JsonObject { ["input_shape"] = _builtFor.ToConfig() };

    /// <inheritdoc/>
    public override void BuildFromConfig(JsonObject config)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (Graph is null && _items.Count > 0 && ShapeConfig.ReadInput(config, Name) is { IsLeaf: true } shape)
        {
            BuildFor(shape.Value);
        }
    }

    private static SequentialItem ReadLayer(ConfigItem item) =>
        item.IsNull ? throw item.Unfit("a layer") : item.Read<Layer>();
}
