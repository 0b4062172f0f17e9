using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Reads single values. A table from type to rule: nothing is looked up by reflection.</summary>
internal static class ScalarReader
{
    private static readonly Dictionary<Type, Func<ConfigItem, object>> s_rules = new()
    {
        [typeof(bool)] = item => Boolean(item),
        [typeof(int)] = item => (int)Integer(item, int.MinValue, int.MaxValue),
        [typeof(long)] = item => Integer(item, long.MinValue, long.MaxValue),
        [typeof(float)] = item => (float)Number(item),
        [typeof(double)] = item => Number(item),
        [typeof(string)] = item => Text(item, "a text"),
        [typeof(DType)] = item => Member(item, typeof(DType)),
        [typeof(JsonNode)] = item => item.Node!,
        [typeof(JsonObject)] = item => item.Node as JsonObject ?? throw item.Unfit("a dictionary"),
        [typeof(JsonArray)] = item => item.Node as JsonArray ?? throw item.Unfit("a list"),
    };

    public static T Read<T>(ConfigItem item)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (item.IsNull && type != typeof(T))
        {
            return default!;
        }

        return s_rules.TryGetValue(type, out var rule) ? (T)(item.IsNull ? throw Missing(item, type) : rule(item))
            : type.IsEnum ? (T)Member(item, type)
            : ObjectReader.Read(item, type) is T value ? value
            : throw Missing(item, type);
    }

    private static KerasSerializationException Missing(ConfigItem item, Type type) => item.Unfit(
        type == typeof(bool) ? "true or false"
        : type == typeof(int) || type == typeof(long) ? "an integer"
        : type == typeof(float) || type == typeof(double) ? "a number"
        : type == typeof(string) ? "a text"
        : $"a {type.Name}");

    private static bool Boolean(ConfigItem item) => item.Node!.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw item.Unfit("true or false"),
    };

    private static string Text(ConfigItem item, string expected) =>
        item.Node is JsonValue value && value.TryGetValue(out string? text) ? text : throw item.Unfit(expected);

    // Python's True is not taken for 1, nor 1.0 for 1: Keras's own checks refuse them in most places.
    private static long Integer(ConfigItem item, long least, long most) =>
        NumberText(item, "an integer") is var text
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number >= least && number <= most ? number : throw item.Unfit($"an integer from {least} to {most}")
            : throw item.Unfit("an integer");

    private static double Number(ConfigItem item) =>
        item.Node is JsonValue value && value.TryGetValue(out double number) ? number
        : double.Parse(NumberText(item, "a number"), CultureInfo.InvariantCulture);

    private static string NumberText(ConfigItem item, string expected) =>
        item.Node!.GetValueKind() == JsonValueKind.Number ? ConfigJson.Write(item.Node) : throw item.Unfit(expected);

    private static object Member(ConfigItem item, Type type)
    {
        var expected = $"one of {EnumNames.Choices(type)}";
        return EnumNames.Find(type, Text(item, expected)) ?? throw item.Unfit(expected);
    }
}
