using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Where Keras writes an op otherwise than Hornet's record says.</summary>
internal static class OperationForms
{
    public const string GetItem = "GetItem";
    private const string Tensordot = "Tensordot";

    // Parameters of Keras's that Hornet has only one value for.
    private static readonly Dictionary<string, (string Key, object? Value)[]> s_fixed = new()
    {
        ["Bincount"] = [("weights", null), ("sparse", false)],
        ["ConvertToTensor"] = [("sparse", null), ("ragged", null)],
        ["Cross"] = [("axis", null)],
        ["Linspace"] = [("retstep", false)],
        ["Logspace"] = [("base", 10)],
        ["MultiHot"] = [("sparse", false)],
        ["OneHot"] = [("sparse", false)],
        ["Trapezoid"] = [("x", null)],
        ["Unique"] = [("fill_value", null)],
    };

    private static readonly Dictionary<string, (string Own, string Keras)> s_names = new()
    {
        ["Vander"] = ("n", "N"),
    };

    // Two parameters of which one is given, which are one in Keras.
    private static readonly Dictionary<string, (string Number, string List, string Keras)> s_choices = new()
    {
        ["Split"] = ("sections", "indices", "indices_or_sections"),
        ["Hsplit"] = ("sections", "indices", "indices_or_sections"),
        ["Vsplit"] = ("sections", "indices", "indices_or_sections"),
        ["Dsplit"] = ("sections", "indices", "indices_or_sections"),
    };

    // Ops that stand elsewhere in Keras than in Hornet's folders.
    private static readonly Dictionary<string, string> s_modules = new()
    {
        ["Array"] = "keras.src.ops.numpy",
        ["Logdet"] = "keras.src.ops.math",
        ["Slogdet"] = "keras.src.ops.numpy",
        ["ViewAsComplex"] = "keras.src.ops.math",
        ["ViewAsReal"] = "keras.src.ops.math",
    };

    // Lists that Keras takes as a number too.
    private static readonly Dictionary<string, string> s_numbers = new() { ["Repeat"] = "repeats", ["Roll"] = "shift" };

    private static readonly HashSet<string> s_takesList =
        ["Concatenate", "Stack", "Hstack", "Vstack", "Dstack", "ColumnStack"];

    public static string Module(OperationEntry entry) =>
        s_modules.GetValueOrDefault(entry.ClassName, entry.Module);

    /// <summary>Keras's name of an op's class, where it is not the record's.</summary>
    public static string ClassName(OperationEntry entry) => entry.ClassName == "Cdist" ? "CDist" : entry.ClassName;

    /// <summary>The parameters as Keras writes them.</summary>
    public static JsonObject ToKeras(string className, JsonObject config)
    {
        var written = new JsonObject();
        if (s_choices.TryGetValue(className, out var choice))
        {
            written[choice.Keras] = (config[choice.Number] ?? config[choice.List])?.DeepClone();
            config.Remove(choice.Number);
            config.Remove(choice.List);
        }

        if (className == Tensordot)
        {
            written["axes"] = new JsonArray(config["axes1"]?.DeepClone(), config["axes2"]?.DeepClone());
            return written;
        }

        var isRenamed = s_names.TryGetValue(className, out var name);
        foreach (var (key, value) in config)
        {
            var single = s_numbers.GetValueOrDefault(className) == key && value is JsonArray { Count: 1 } list
                ? list[0]
                : value;
            written[isRenamed && key == name.Own ? name.Keras : key] = single?.DeepClone();
        }

        foreach (var (key, value) in s_fixed.GetValueOrDefault(className) ?? [])
        {
            written[key] = ConfigValue.Write(value);
        }

        return written;
    }

    /// <summary>Brings Keras's parameters to those of the record.</summary>
    public static void FromKeras(string className, ConfigReader config)
    {
        if (s_choices.TryGetValue(className, out var choice) && config.Take(choice.Keras) is { } given)
        {
            config.Set(given is JsonArray ? choice.List : choice.Number, given);
        }

        if (className == Tensordot)
        {
            ReadAxes(config);
        }

        if (s_names.TryGetValue(className, out var name))
        {
            config.Rename(name.Keras, name.Own);
        }

        if (s_numbers.TryGetValue(className, out var number) && config.Take(number) is { } single)
        {
            config.Set(number, single is JsonArray ? single : new JsonArray(single.DeepClone()));
        }

        foreach (var (key, value) in s_fixed.GetValueOrDefault(className) ?? [])
        {
            var (has, node) = (config.Has(key), config.Take(key));
            var expected = ConfigValue.Write(value);
            if (has && !JsonNode.DeepEquals(node, expected))
            {
                throw new ConfigItem(node, $"{config.Owner}.{key}").Unfit(ConfigText.Describe(expected));
            }
        }
    }

    /// <summary>The arguments of a call as Keras has them.</summary>
    public static (JsonArray Args, JsonObject Kwargs) Arguments(Op op, JsonNode?[] inputs)
    {
        if (Ops.KeyOf(op) is { } key)
        {
            return ([inputs[0], ItemKey.Write(key, inputs[1..])], []);
        }

        return op.ClassName == "Pad"
            ? ([inputs[0]], new JsonObject { ["constant_values"] = inputs.ElementAtOrDefault(1) })
            : s_takesList.Contains(op.ClassName) ? (new JsonArray((JsonNode)new JsonArray(inputs)), [])
            : (new JsonArray(inputs), []);
    }

    // A number of axes means the last ones of the first tensor, and the first ones of the second.
    private static void ReadAxes(ConfigReader config)
    {
        var axes = config.Take("axes");
        if (axes is JsonArray { Count: 2 } pair)
        {
            config.Set("axes1", AsList(pair[0]));
            config.Set("axes2", AsList(pair[1]));
        }
        else
        {
            var count = new ConfigItem(axes, $"{config.Owner}.axes").Read<int>();
            config.Set("axes1", ConfigValue.Write(Enumerable.Range(-count, Math.Max(count, 0))));
            config.Set("axes2", ConfigValue.Write(Enumerable.Range(0, Math.Max(count, 0))));
        }
    }

    private static JsonNode? AsList(JsonNode? axes) => axes is JsonValue ? new JsonArray(axes.DeepClone()) : axes;
}
