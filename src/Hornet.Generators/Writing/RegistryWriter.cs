using Hornet.Generators.Models;

namespace Hornet.Generators.Writing;

/// <summary>Writes the entries of an assembly's classes in the registry.</summary>
internal static class RegistryWriter
{
    private const string Serialization = "global::Hornet.Serialization";

    /// <summary>Hornet's own classes: added when the registry is first asked.</summary>
    public static string BuiltIn(IEnumerable<EntryModel> entries)
    {
        var code = Begin("Hornet.Serialization", "static partial class BuiltInObjects");
        var list = $"global::System.Collections.Generic.List<{Serialization}.RegistryEntry>";
        code.Open($"static partial void AddGenerated({list} entries)");
        code.Lines(Sorted(entries).Select(entry => $"entries.Add({New(entry)});"));
        return code.Close().Close().ToString();
    }

    /// <summary>The classes of an application: added when its assembly is first used.</summary>
    public static string Registered(IEnumerable<EntryModel> entries)
    {
        var code = Begin("Hornet.Generated", "file static class RegisteredObjects");
        code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        code.Open("internal static void Register()");
        code.Lines(Sorted(entries).Select(entry => $"{Serialization}.KerasRegistry.Add({New(entry)});"));
        return code.Close().Close().ToString();
    }

    private static Code Begin(string space, string header) =>
        new Code().Line(ClassWriter.Header).Line().Line($"namespace {space};").Line().Open(header);

    private static IEnumerable<EntryModel> Sorted(IEnumerable<EntryModel> entries) => entries
        .OrderBy(entry => entry.Module, StringComparer.Ordinal)
        .ThenBy(entry => entry.Type, StringComparer.Ordinal);

    private static string New(EntryModel entry)
    {
        var aliases = string.Join(", ", entry.Aliases.Select(Code.Text));
        return $"new {Serialization}.RegistryEntry("
            + $"typeof({entry.Type}), {Code.Text(entry.Module)}, {Code.Text(entry.ClassName)}, "
            + $"{Code.Text(entry.RegisteredName)}, [{aliases}], static config => {entry.Type}.FromConfig(config))";
    }
}
