using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Keras objects as <c>{"module", "class_name", "config", "registered_name"}</c>.</summary>
internal static class ObjectWriter
{
    public static JsonObject Write(IKerasSerializable value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var nesting = Nesting.Enter(value.GetType().Name);
        var written = Describe(value, KerasRegistry.Index.Find(value.GetType()));
        if (value is IBuildConfig built && built.GetBuildConfig() is { } buildConfig)
        {
            written["build_config"] = buildConfig;
        }

        if (value is ICompileConfig compiled && compiled.GetCompileConfig() is { } compileConfig)
        {
            written["compile_config"] = compileConfig;
        }

        ObjectSharingScope.Record(value, written);
        return written;
    }

    // Keras has no module for what a program defines itself; its own classes have no registered name, unless they are
    // not public. Files name special values (a slice) by their class alone.
    private static JsonObject Describe(IKerasSerializable value, RegistryEntry? entry) => entry switch
    {
        null => Describe(null, value.GetType().Name, value, value.GetType().Name),
        { RegisteredName: { } name } => Describe(null, entry.ClassName, value, name),
        { Module: null or "" } => new JsonObject { ["class_name"] = entry.ClassName, ["config"] = value.GetConfig() },
        { Module: { } module } => Describe(module, entry.ClassName, value, IsPublic(module) ? null : entry.ClassName),
    };

    private static JsonObject Describe(
        string? module, string className, IKerasSerializable value, string? registeredName)
    {
        return new JsonObject
        {
            ["module"] = module,
            ["class_name"] = className,
            ["config"] = value.GetConfig(),
            ["registered_name"] = registeredName,
        };
    }

    private static bool IsPublic(string module) => !module.StartsWith("keras.src.", StringComparison.Ordinal);
}
