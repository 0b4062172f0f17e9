using System.Text.Json.Nodes;
using Hornet.Losses;
using Hornet.Metrics;
using Hornet.Optimizers;
using Hornet.Serialization;

namespace Hornet;

/// <summary>What <c>Compile</c> was called with.</summary>
internal sealed record CompileConfig(
    Optimizer Optimizer,
    Identifiers<Loss>? Loss,
    Nested<double>? LossWeights,
    Identifiers<Metric>? Metrics,
    Identifiers<Metric>? WeightedMetrics,
    bool RunEagerly,
    int StepsPerExecution,
    bool AutoScaleLoss)
{
    public JsonObject ToConfig()
    {
        var config = new JsonObject
        {
            ["optimizer"] = KerasRegistry.Serialize(Optimizer),
            ["loss"] = Write(Loss?.Structure, Identifier),
            ["loss_weights"] = Write(LossWeights, weight => ConfigValue.Write(weight)),
            ["metrics"] = Write(Metrics?.Structure, Identifier),
            ["weighted_metrics"] = Write(WeightedMetrics?.Structure, Identifier),
            ["run_eagerly"] = RunEagerly,
            ["steps_per_execution"] = StepsPerExecution,
            ["jit_compile"] = !RunEagerly,
        };
        if (!AutoScaleLoss)
        {
            config["auto_scale_loss"] = false; // which Keras reads, and forgets to write
        }

        return config;
    }

    public static CompileConfig FromConfig(JsonObject config, string owner)
    {
        var reader = new ConfigReader("Compile", config, $"{owner}.compile_config");
        reader.Ignore("jit_compile", "sample_weight_mode"); // of Keras's backends
        var read = new CompileConfig(
            reader.Read<Optimizer>("optimizer"),
            reader.Read("loss", null, Identifiers<Loss>),
            reader.Read("loss_weights", null, Weights),
            reader.Read("metrics", null, Identifiers<Metric>),
            reader.Read("weighted_metrics", null, Identifiers<Metric>),
            reader.Read("run_eagerly", false),
            reader.Read("steps_per_execution", 1),
            reader.Read("auto_scale_loss", true));
        reader.Finish();
        return read;
    }

    private static JsonNode? Write<T>(Nested<T>? values, Func<T, JsonNode?> write) =>
        values is null ? null
        : values.IsLeaf ? write(values.Value)
        : values.IsDictionary
            ? new JsonObject(values.Keys.Select(key => KeyValuePair.Create(key, Write(values[key], write))))
        : new JsonArray([.. values.AsEnumerable().Select(part => Write(part, write))]);

    private static JsonNode? Identifier(object? identifier) =>
        identifier is string name ? JsonValue.Create(name) : KerasRegistry.Serialize(identifier);

    private static Nested<double>? Weights(ConfigItem item) =>
        item.IsNull ? null : Structure(item, part => part.Read<double>());

    private static Identifiers<T>? Identifiers<T>(ConfigItem item)
        where T : class =>
        item.IsNull ? null : new Identifiers<T>(Structure(item, Object<T>));

    // A name stays a name: what "accuracy" means depends on the targets.
    private static object? Object<T>(ConfigItem item)
        where T : class =>
        item.IsNull ? null
        : item.Node is JsonValue ? item.Read<string>()
        : item.Read<T>();

    private static Nested<T> Structure<T>(ConfigItem item, Func<ConfigItem, T> read) => item.Node switch
    {
        JsonArray => Nested.List<T>(item.ReadList(part => Structure(part, read))),
        JsonObject config when !config.ContainsKey("class_name") =>
            Nested.Dictionary(item.ReadDictionary(part => Structure(part, read))),
        _ => Nested.Leaf(read(item)),
    };
}
