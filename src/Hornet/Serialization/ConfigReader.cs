using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Reads the configuration of an object, key by key; what nobody asked for is an error.</summary>
public sealed class ConfigReader
{
    private readonly Dictionary<string, JsonNode?> _values;
    private readonly List<string> _asked = [];
    private readonly string _path;

    /// <summary>Reads a configuration of its own.</summary>
    /// <param name="className">The class that it makes.</param>
    /// <param name="config">The configuration, which stays as it is.</param>
    public ConfigReader(string className, JsonObject config)
        : this(className, config, className)
    {
    }

    internal ConfigReader(string className, JsonObject config, string path)
    {
        ArgumentNullException.ThrowIfNull(config);
        (ClassName, _path) = (className, path);
        _values = new(config.Count);
        foreach (var (key, value) in config)
        {
            _values.Add(key, value);
        }
    }

    /// <summary>The class that the configuration makes.</summary>
    public string ClassName { get; }

    /// <summary>Who complains: the class, and where it stands.</summary>
    internal string Owner => _path == ClassName ? ClassName : $"{_path} ({ClassName})";

    /// <summary>Whether a key is there, be it with a null.</summary>
    /// <param name="key">The key.</param>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Reads a number, boolean, text, enum, JSON or Keras object that must be there.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="key">The key.</param>
    public T Read<T>(string key) => Read(key, static item => item.Read<T>());

    /// <summary>Reads a number, boolean, text, enum, JSON or Keras object.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="defaultValue">What a missing key means.</param>
    public T Read<T>(string key, T defaultValue) => Read(key, defaultValue, static item => item.Read<T>());

    /// <summary>Reads a text, JSON or Keras object; null where it is null or missing.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="key">The key.</param>
    public T? ReadOrNull<T>(string key)
        where T : class => Read<T?>(key, null, static item => item.ReadOrNull<T>());

    /// <summary>Reads anything that must be there.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="read">Reads the value.</param>
    public T Read<T>(string key, Func<ConfigItem, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _asked.Add(key);
        return Has(key)
            ? read(Item(key))
            : throw new KerasSerializationException(
                $"{Owner}: the configuration lacks the key '{key}'. "
                + $"Received the keys: {ConfigText.Some(_values.Keys)}.");
    }

    /// <summary>Reads anything.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="defaultValue">What a missing key means.</param>
    /// <param name="read">Reads the value.</param>
    public T Read<T>(string key, T defaultValue, Func<ConfigItem, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _asked.Add(key);
        return Has(key) ? read(Item(key)) : defaultValue;
    }

    /// <summary>Takes a value out, for a class that reads it itself; null where it is null or missing.</summary>
    /// <param name="key">The key, which is no longer there afterwards.</param>
    public JsonNode? Take(string key) => _values.Remove(key, out var value) ? value : null;

    /// <summary>Sets a value before it is read: how old configurations are brought up to date.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public void Set(string key, JsonNode? value) => _values[key] = value;

    /// <summary>Renames a key of old configurations; does nothing where it is missing.</summary>
    /// <param name="oldKey">The name in old files.</param>
    /// <param name="newKey">The name that is read. Its value wins where both are there.</param>
    public void Rename(string oldKey, string newKey)
    {
        if (_values.Remove(oldKey, out var value))
        {
            _values.TryAdd(newKey, value);
        }
    }

    /// <summary>Drops keys of old configurations that mean nothing any more.</summary>
    /// <param name="keys">The keys.</param>
    public void Ignore(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            _values.Remove(key);
        }
    }

    /// <summary>Refuses what nobody asked for.</summary>
    public void Finish()
    {
        var unknown = _values.Keys.Except(_asked).ToArray();
        if (unknown.Length > 0)
        {
            throw new KerasSerializationException(
                $"{Owner}: unrecognized configuration keys: {ConfigText.Some(unknown)}. "
                + $"Expected: {string.Join(", ", _asked.Distinct())}.");
        }
    }

    private ConfigItem Item(string key) => new(_values[key], $"{_path}.{key}");
}
