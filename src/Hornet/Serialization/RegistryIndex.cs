namespace Hornet.Serialization;

/// <summary>The classes that files can name, by all the names that they have.</summary>
internal sealed class RegistryIndex
{
    private readonly Dictionary<Type, RegistryEntry> _byType = [];
    private readonly Dictionary<string, RegistryEntry> _byRegisteredName = [];
    private readonly ILookup<string, RegistryEntry> _byShortName;

    /// <param name="entries">The classes; of two with one name or type the last counts.</param>
    public RegistryIndex(IReadOnlyCollection<RegistryEntry> entries)
    {
        foreach (var entry in entries)
        {
            _byType[entry.Type] = entry;
            if (entry.RegisteredName is { } name)
            {
                _byRegisteredName[name] = entry;
            }
        }

        _byShortName = entries
            .Where(entry => entry.RegisteredName is null)
            .SelectMany(entry => entry.ShortNames.Select(name => (name, entry)))
            .ToLookup(pair => pair.name, pair => pair.entry, StringComparer.Ordinal);
    }

    public RegistryEntry? Find(Type type) => _byType.GetValueOrDefault(type);

    /// <summary>Finds a class of an application: <c>my_app&gt;MyLayer</c>.</summary>
    public RegistryEntry? FindRegistered(string name) => _byRegisteredName.GetValueOrDefault(name);

    /// <summary>Finds a class of Keras by its module and name.</summary>
    public RegistryEntry? FindInModule(string module, string name) => Named(name)
        .Select(entry => (Entry: entry, Match: ModulePath.Match(module, entry.Module ?? "")))
        .Where(found => found.Match > 0)
        .OrderByDescending(found => found.Match)
        .Select(found => found.Entry)
        .FirstOrDefault();

    /// <summary>The classes of Keras with a name, which are of an expected type.</summary>
    public RegistryEntry[] FindShort(string name, Type expected) =>
        [.. Named(name).Where(entry => expected.IsAssignableFrom(entry.Type))];

    /// <summary>The names of the classes of an expected type, for error messages.</summary>
    public IEnumerable<string> Choices(Type expected) => _byShortName
        .SelectMany(names => names)
        .Where(entry => expected.IsAssignableFrom(entry.Type))
        .Select(entry => entry.ClassName)
        .Distinct()
        .Order(StringComparer.Ordinal);

    // A class's own name comes before another's alias.
    private RegistryEntry[] Named(string name)
    {
        var all = _byShortName[name].ToArray();
        var exact = all.Where(entry => entry.ClassName == name).ToArray();
        return exact.Length > 0 ? exact : all;
    }
}
