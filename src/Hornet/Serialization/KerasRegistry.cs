using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Keras objects to configurations and back. Files can name the classes listed here and no others.</summary>
public static class KerasRegistry
{
    private static readonly Lock s_lock = new();
    private static readonly List<RegistryEntry> s_added = [];
    private static RegistryIndex? s_index;

    internal static RegistryIndex Index
    {
        get
        {
            lock (s_lock)
            {
                return s_index ??= new RegistryIndex([.. BuiltInObjects.All(), .. s_added]);
            }
        }
    }

    /// <summary>Adds classes of an application; the generated code of each assembly does it by itself.</summary>
    /// <param name="entries">The classes. One that has the name of an earlier one takes its place.</param>
    public static void Add(params ReadOnlySpan<RegistryEntry> entries)
    {
        lock (s_lock)
        {
            s_added.AddRange(entries);
            s_index = null;
        }
    }

    /// <summary>Finds a class by what files say of it; null where there is none.</summary>
    /// <param name="module">The module (<c>keras.layers</c>); null in old files and for classes of a program.</param>
    /// <param name="className">The class name.</param>
    /// <param name="registeredName"><c>package&gt;name</c>; null for Keras's classes.</param>
    public static RegistryEntry? Find(string? module, string className, string? registeredName = null) =>
        ObjectReader.Find(module, className, registeredName, typeof(object));

    /// <summary>Makes an object from its configuration or short name.</summary>
    /// <typeparam name="T">What is expected: it chooses where several classes share a name.</typeparam>
    /// <param name="config">What <see cref="Serialize"/> or Keras wrote, or a name: <c>"glorot_uniform"</c>.</param>
    public static T? Deserialize<T>(JsonNode? config)
        where T : class => (T?)ObjectReader.Read(new ConfigItem(config, ConfigItem.Root), typeof(T));

    /// <summary>Makes what a configuration says: objects, lists, dictionaries, numbers and texts.</summary>
    /// <param name="config">What <see cref="Serialize"/> or Keras wrote.</param>
    public static object? Deserialize(JsonNode? config) =>
        ObjectReader.Read(new ConfigItem(config, ConfigItem.Root), typeof(object));

    /// <summary>Finds an object by its short name, as Keras's <c>get</c> functions do.</summary>
    /// <typeparam name="T">What is expected: it chooses where several classes share a name.</typeparam>
    /// <param name="name">A class name, its snake case, or another of its names: <c>mse</c>.</param>
    /// <exception cref="ArgumentException">There is none of that name, or it needs arguments.</exception>
    public static T Get<T>(string name)
        where T : class
    {
        try
        {
            return (T)ObjectReader.Read(new ConfigItem(JsonValue.Create(name), nameof(name)), typeof(T))!;
        }
        catch (KerasSerializationException error)
        {
            throw new ArgumentException(error.Message, nameof(name), error);
        }
    }

    /// <summary>Makes an object of a class from what its <c>GetConfig</c> gave.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="config">The configuration.</param>
    public static T FromConfig<T>(JsonObject config)
        where T : class, IKerasSerializable
    {
        var entry = Index.Find(typeof(T)) ?? throw new KerasSerializationException(
            $"{typeof(T).Name} cannot be made from a configuration. Expected a class that is marked "
            + $"[RegisterKerasSerializable] and neither abstract nor generic. Received: {typeof(T)}.");
        return (T)ObjectReader.Create(entry, config, ConfigItem.Root);
    }

    /// <summary>Writes an object as Keras does: module, class name, configuration and registered name.</summary>
    /// <param name="value">A Keras object, or any value that <see cref="ConfigValue.Write"/> takes.</param>
    public static JsonNode? Serialize(object? value) =>
        value is IKerasSerializable serializable and not IConfigValue ? ObjectWriter.Write(serializable)
        : ConfigValue.Write(value);

    /// <summary>Writes a Keras object as module, class name and so on, even where it has a short form.</summary>
    /// <param name="value">The object.</param>
    public static JsonObject SerializeObject(IKerasSerializable value) => ObjectWriter.Write(value);
}
