using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>A value in a configuration, and where it stands.</summary>
public readonly struct ConfigItem
{
    /// <summary>The path of a configuration that stands in no other.</summary>
    internal const string Root = "config";

    internal ConfigItem(JsonNode? node, string path) => (Node, Path) = (node, path);

    /// <summary>The value; null for JSON's null.</summary>
    public JsonNode? Node { get; }

    /// <summary>The way to the value, for error messages: <c>Sequential.layers[2].units</c>.</summary>
    public string Path { get; }

    /// <summary>Whether the value is JSON's null.</summary>
    public bool IsNull => Node is null;

    /// <summary>Reads a number, boolean, text, enum, JSON or Keras object. Null only for nullable numbers.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T Read<T>() => ScalarReader.Read<T>(this);

    /// <summary>Reads as <see cref="Read{T}()"/> does, or null.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T? ReadOrNull<T>()
        where T : class => IsNull ? null : Read<T>();

    /// <summary>Reads a value with its own form.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T ReadValue<T>()
        where T : IConfigValue<T> => IsNull ? throw Unfit($"a {typeof(T).Name}") : T.FromConfig(this);

    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="read">Reads an item.</param>
    public T[] ReadList<T>(Func<ConfigItem, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Array.ConvertAll(Items("a list"), item => read(item));
    }

    /// <summary>Reads a list of as many items as a tuple has.</summary>
    /// <typeparam name="T">The type of the tuple.</typeparam>
    /// <param name="count">The number of items.</param>
    /// <param name="read">Makes the tuple of the items.</param>
    public T ReadTuple<T>(int count, Func<ConfigItem[], T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var items = Items($"a list of {count} items");
        return items.Length == count ? read(items) : throw Unfit($"a list of {count} items");
    }

    /// <summary>Reads a dictionary, in its order.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="read">Reads a value.</param>
    public Dictionary<string, T> ReadDictionary<T>(Func<ConfigItem, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var pairs = Node as JsonObject ?? throw Unfit("a dictionary");
        var path = Path;
        return pairs.ToDictionary(pair => pair.Key, pair => read(new ConfigItem(pair.Value, $"{path}.{pair.Key}")));
    }

    /// <summary>An error about this value.</summary>
    /// <param name="expected">What would have been right, with its article: <c>an integer</c>.</param>
    public KerasSerializationException Unfit(string expected) =>
        new($"{Path}: Expected {expected}. Received: {ConfigText.Describe(Node)}.");

    private ConfigItem[] Items(string expected)
    {
        var list = Node as JsonArray ?? throw Unfit(expected);
        var path = Path;
        var items = new ConfigItem[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = new ConfigItem(list[i], $"{path}[{i}]");
        }

        return items;
    }
}
