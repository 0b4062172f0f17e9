using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Makes Keras objects from all the forms that Keras 2 and 3 wrote.</summary>
internal static class ObjectReader
{
    /// <summary>Reads an object of an expected type; null only for JSON's null.</summary>
    public static object? Read(ConfigItem item, Type expected)
    {
        if (item.IsNull)
        {
            return null;
        }

        var value = item.Node is JsonValue single ? ReadSingle(item, single, expected) : ReadMany(item, expected);
        return expected.IsInstanceOfType(value) ? value : throw new KerasSerializationException(
            $"{item.Path}: Expected a {expected.Name}. Received: a {value.GetType().Name}.");
    }

    public static RegistryEntry? Find(string? module, string className, string? registeredName, Type expected)
    {
        // What an application registers comes first. Keras 2 wrote registered names as class names.
        if (KerasRegistry.Index.FindRegistered(registeredName ?? className) is { } own)
        {
            return own;
        }

        if (module is not null)
        {
            return KerasRegistry.Index.FindInModule(module, className);
        }

        // A registered name that is not known must not fall back on a class of Keras that has the same class name.
        return registeredName is null && KerasRegistry.Index.FindShort(className, expected) is [var only] ? only : null;
    }

    /// <summary>Makes an object; what its constructor refuses is an error of the configuration.</summary>
    public static object Create(RegistryEntry entry, JsonObject config, string path)
    {
        var owner = path == ConfigItem.Root ? entry.ClassName : path;
        return Guard(
            path,
            () => entry.Create(new ConfigReader(entry.ClassName, config, owner)),
            $"{entry.ClassName} does not take its configuration.");
    }

    /// <summary>Runs what a configuration asks for; what is refused there is an error of the configuration.</summary>
    public static T Guard<T>(string path, Func<T> action, string what)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException
            or ArithmeticException or FormatException)
        {
            throw new KerasSerializationException(
                $"{path}: {what} {e.Message}", e);
        }
    }

    private static object ReadSingle(ConfigItem item, JsonValue value, Type expected)
    {
        var isText = value.TryGetValue(out string? text);
        if (expected == typeof(object))
        {
            return isText ? text!
                : value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? item.Read<bool>()
                : IsInteger(value) ? item.Read<long>()
                : (object)item.Read<double>();
        }

        return isText
            ? Create(FindShort(text!, expected, item.Path), [], item.Path)
            : throw item.Unfit($"a {expected.Name}: its configuration or name");
    }

    private static bool IsInteger(JsonValue value) => ConfigJson.Write(value).All(c => c is '-' or (>= '0' and <= '9'));

    private static object ReadMany(ConfigItem item, Type expected)
    {
        using var nesting = Nesting.Enter(item.Path);
        return item.Node switch
        {
            JsonObject config when IsObject(config, expected) => ReadObject(item, config, expected),
            JsonArray when expected == typeof(object) => item.ReadList(static part => Read(part, typeof(object))),
            JsonObject when expected == typeof(object) =>
                item.ReadDictionary(static part => Read(part, typeof(object))),
            _ => throw item.Unfit($"a {expected.Name}: its configuration or name"),
        };
    }

    // Where a Keras object is expected, old files leave out an empty configuration.
    private static bool IsObject(JsonObject config, Type expected) =>
        config.ContainsKey("class_name") && (config.ContainsKey("config") || expected != typeof(object));

    private static object ReadObject(ConfigItem item, JsonObject config, Type expected)
    {
        var className = Text(item, config, "class_name") ?? throw item.Unfit("a class_name");
        if (className == "__lambda__")
        {
            throw new KerasSerializationException(
                $"{item.Path}: Expected a class of Keras or of this application. Received: Python code (a lambda), "
                + "which Hornet never runs. Write it as a layer of your own and save the model with that.");
        }

        var module = Text(item, config, "module");
        if (className == "function")
        {
            return ReadFunction(item, config, module, expected);
        }

        var inner = config["config"];
        if (inner is not (null or JsonObject))
        {
            throw new ConfigItem(inner, $"{item.Path}.config").Unfit($"the configuration of {className}, a dictionary");
        }

        return ReadShared(item, config, className, module, inner as JsonObject ?? [], expected);
    }

    private static object ReadShared(
        ConfigItem item, JsonObject config, string className, string? module, JsonObject inner, Type expected)
    {
        var shared = config["shared_object_id"] is { } id ? ConfigJson.Write(id) : null;
        if (shared is not null && Nesting.Shared.TryGetValue(shared, out var known))
        {
            return known;
        }

        var registeredName = Text(item, config, "registered_name");
        var entry = Find(module, className, registeredName, expected)
            ?? throw Unknown(item.Path, module, className, registeredName, expected);
        CheckRegisteredName(item, entry, className, registeredName);
        var value = Create(entry, inner, item.Path);
        Guard(item.Path, () => Finish(value, config), $"{entry.ClassName} cannot be built or compiled as it was.");
        if (shared is not null)
        {
            Nesting.Shared[shared] = value;
        }

        return value;
    }

    private static object Finish(object value, JsonObject config)
    {
        if (value is IBuildConfig built && config["build_config"] is JsonObject { Count: > 0 } buildConfig)
        {
            built.BuildFromConfig(buildConfig);
        }

        if (value is ICompileConfig compiled && config["compile_config"] is JsonObject { Count: > 0 } compileConfig)
        {
            compiled.CompileFromConfig(compileConfig);
        }

        return value;
    }

    // Keras's own functions (losses, activations) are written by name; here each is a class with the same short name.
    private static object ReadFunction(ConfigItem item, JsonObject config, string? module, Type expected)
    {
        var name = Text(item, config, "config") ?? throw item.Unfit("the name of a function, a text");
        var entry = KerasRegistry.Index.FindRegistered(name)
            ?? (module is null or "builtins" ? null : KerasRegistry.Index.FindInModule(module, name))
            ?? FindShort(name, expected, item.Path);
        return Create(entry, [], item.Path);
    }

    private static RegistryEntry FindShort(string name, Type expected, string path)
    {
        if (KerasRegistry.Index.FindRegistered(name) is { } own)
        {
            return own;
        }

        var found = KerasRegistry.Index.FindShort(name, expected);
        return found.Length == 1 ? found[0] : throw new KerasSerializationException(found.Length == 0
            ? $"{path}: no {expected.Name} has this name. Expected one of: "
                + $"{string.Join(", ", KerasRegistry.Index.Choices(expected))}, or a registered name. "
                + $"Received: \"{ConfigText.Shorten(name)}\"."
            : $"{path}: Expected a name that means one class. Received: \"{name}\", which means "
                + $"{string.Join(" or ", found.Select(entry => entry.FullName))}.");
    }

    private static void CheckRegisteredName(
        ConfigItem item, RegistryEntry entry, string className, string? registeredName)
    {
        if (entry.RegisteredName is null && registeredName is not (null or "") && registeredName != className)
        {
            throw new KerasSerializationException(
                $"{item.Path}: {entry.FullName} is a class of Keras, which has no registered name. Expected: null. "
                + $"Received: \"{ConfigText.Shorten(registeredName)}\".");
        }
    }

    private static KerasSerializationException Unknown(
        string path, string? module, string className, string? registeredName, Type expected)
    {
        var name = ConfigText.Shorten(className);
        var ambiguous = module is null ? KerasRegistry.Index.FindShort(className, expected) : [];
        return new KerasSerializationException(registeredName is null && ambiguous.Length > 1
            ? $"{path}: Expected the module of the class \"{name}\", which could be "
                + $"{string.Join(" or ", ambiguous.Select(entry => entry.FullName))}. Received: none."
            : $"{path}: Unknown class \"{name}\" (module: {ConfigText.Shorten(module ?? "none")}, "
                + $"registered name: {ConfigText.Shorten(registeredName ?? "none")}). "
                + "Expected a class of Keras that Hornet has, or one of this application: mark it "
                + "[RegisterKerasSerializable(package)] and use something of its assembly before loading.");
    }

    private static string? Text(ConfigItem item, JsonObject config, string key) =>
        config[key] is { } node ? new ConfigItem(node, $"{item.Path}.{key}").Read<string>() : null;
}
