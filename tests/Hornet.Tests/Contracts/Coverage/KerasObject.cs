using System.Text.Json;

namespace Hornet.Tests;

/// <summary>A public object of Keras: its names, and the parameters of its call.</summary>
internal sealed record KerasObject(
    string Name, bool IsClass, IReadOnlyList<string> Aliases, IReadOnlyList<string> Parameters)
{
    /// <summary>Every name that users may know it by, without the leading <c>keras</c>, in parts.</summary>
    public IEnumerable<string[]> Paths => Aliases.Prepend(Name).Select(name => name.Split('.')[1..]);

    public static IReadOnlyList<KerasObject> ReadAll()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("tests", "corpus", "keras_api.json")));
        return Read(file.RootElement);
    }

    public static IReadOnlyList<KerasObject> Read(JsonElement list)
    {
        var objects = list.EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!);
        return [.. objects.Values.Select(item => new KerasObject(
            item.GetProperty("name").GetString()!,
            item.GetProperty("kind").ValueEquals("class"),
            [.. Strings(item, "aliases")],
            [.. Named(item).Concat(PassedOn(item, objects)).Distinct()]))];
    }

    private static IEnumerable<string> Named(JsonElement item) =>
        from parameter in Items(item, "signature")
        where !IsRest(parameter)
        select parameter.GetProperty("name").GetString()!;

    // **kwargs stand for the parameters of a base class; those that a saved config holds are the object's own too.
    private static IEnumerable<string> PassedOn(JsonElement item, Dictionary<string, JsonElement> objects) =>
        Items(item, "signature").Any(parameter => parameter.GetProperty("kind").ValueEquals("var_keyword"))
            ? Strings(item, "bases").Where(objects.ContainsKey).SelectMany(name => Named(objects[name]))
                .Intersect(Strings(item, "config"))
            : [];

    private static bool IsRest(JsonElement parameter) =>
        parameter.GetProperty("kind").GetString()!.StartsWith("var_", StringComparison.Ordinal);

    private static IEnumerable<JsonElement> Items(JsonElement item, string key) =>
        item.TryGetProperty(key, out var list) ? list.EnumerateArray() : [];

    private static IEnumerable<string> Strings(JsonElement item, string key) =>
        Items(item, key).Select(element => element.GetString()!);
}
