using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Values as Keras writes them in configurations.</summary>
public static class ConfigValue
{
    /// <summary>Writes a value.</summary>
    /// <param name="value">
    /// A number, boolean or text, an enum, a Keras object, an <see cref="IConfigValue"/>, JSON, or a list, tuple or
    /// dictionary of these.
    /// </param>
    public static JsonNode? Write(object? value) => value switch
    {
        null => null,
        IConfigValue own => own.ToConfig(),
        IKerasSerializable serializable => KerasRegistry.Serialize(serializable),
        JsonNode node => node.DeepClone(),
        bool boolean => JsonValue.Create(boolean),
        string text => JsonValue.Create(text),
        double number => PythonNumber.ToJson(number),
        float number => PythonNumber.ToJson(number),
        Half number => PythonNumber.ToJson(number),
        ulong number => JsonValue.Create(number),
        sbyte or byte or short or ushort or int or uint or long =>
            JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        DType dtype => JsonValue.Create(EnumNames.Of(dtype)),
        Enum member => JsonValue.Create(EnumNames.Of(member)),
        IDictionary pairs => WriteDictionary(pairs),
        ITuple tuple => WriteList(Enumerable.Range(0, tuple.Length).Select(i => tuple[i])),
        Array { Rank: > 1 } => throw Unfit(value),
        IEnumerable items => WriteList(items.Cast<object?>()),
        _ => throw Unfit(value),
    };

    private static JsonArray WriteList(IEnumerable<object?> items) => [.. items.Select(Write)];

    private static JsonObject WriteDictionary(IDictionary pairs)
    {
        var config = new JsonObject();
        foreach (DictionaryEntry pair in pairs)
        {
            config[Convert.ToString(pair.Key, CultureInfo.InvariantCulture)!] = Write(pair.Value);
        }

        return config;
    }

    private static KerasSerializationException Unfit(object value) => new(
        $"Expected a number, boolean, text, enum, Keras object, {nameof(IConfigValue)}, or a list or dictionary of "
        + $"these. Received: a {value.GetType().Name}. Let it implement {nameof(IConfigValue)}, or mark the "
        + "constructor's parameter [NotInConfig].");
}
