using System.Globalization;
using System.Text.Json.Nodes;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Makes the objects that cases speak of.</summary>
internal static class KerasObjects
{
    /// <summary>The object that a field holds the configuration of.</summary>
    /// <exception cref="NotYetException">Its class does not exist.</exception>
    public static T Make<T>(CorpusCase line, string field)
        where T : class => Make<T>(JsonNode.Parse(((CorpusObject)line.Value(field)).Json.GetRawText())!.AsObject());

    /// <summary>The object that a class makes of keyword arguments.</summary>
    /// <exception cref="NotYetException">Its class does not exist.</exception>
    public static T Construct<T>(CorpusMap constructor)
        where T : class => Make<T>(new JsonObject
        {
            ["module"] = Json(constructor["module"]),
            ["class_name"] = Json(constructor["class"]),
            ["config"] = Json(constructor["kwargs"]),
            ["registered_name"] = null,
        });

    /// <summary>The object that a constructor makes of a value's entries <c>class</c> and <c>kwargs</c>.</summary>
    /// <exception cref="NotYetException">There is no such class.</exception>
    public static T New<T>(string className, CorpusMap arguments)
        where T : class
    {
        var space = typeof(T).Namespace!;
        var type = typeof(T).Assembly.GetType($"{space}.{className}") is { IsAbstract: false } found ? found
            : throw new NotYetException($"{space.Replace(nameof(Hornet), "keras").ToLowerInvariant()}.{className}");
        var binder = new HornetBinder { TakesNumbersAsShapes = false };
        return (T)new CallBinder(binder).Bind(type.GetConstructors(), [], arguments).Invoke()!;
    }

    /// <summary>The object of a configuration.</summary>
    /// <exception cref="NotYetException">Its class does not exist.</exception>
    public static T Make<T>(JsonObject config)
        where T : class
    {
        var (module, name) = ($"{config["module"]}", $"{config["class_name"]}");
        return KerasRegistry.Find(module, name) is null
            ? throw new NotYetException($"{module}.{name}")
            : KerasRegistry.Deserialize<T>(config)!;
    }

    /// <summary>A value as JSON.</summary>
    public static JsonNode? Json(CorpusValue value) => value switch
    {
        CorpusNull => null,
        CorpusBool flag => JsonValue.Create(flag.Value),
        CorpusInt number => JsonNode.Parse(number.Value.ToString(CultureInfo.InvariantCulture)),
        CorpusFloat number => ConfigValue.Write(number.Value),
        CorpusString text => JsonValue.Create(text.Value),
        CorpusSequence list => new JsonArray([.. list.Items.Select(Json)]),
        CorpusMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
        CorpusObject config => JsonNode.Parse(config.Json.GetRawText()),
        _ => throw new NotYetException($"the argument {value}"),
    };
}
