namespace Hornet.Serialization;

/// <summary>The classes that files can name, by all the names that they have.</summary>
internal sealed class RegistryIndex
{
    private readonly Dictionary<Type, RegistryEntry> _byType = [];
    private readonly Dictionary<string, RegistryEntry> _byRegisteredName = [];
    private readonly Dictionary<string, List<RegistryEntry>> _byShortName = new(StringComparer.Ordinal);

    /// <param name="entries">The classes; of two with one name or type the last counts.</param>
    public RegistryIndex(IReadOnlyCollection<RegistryEntry> entries)
    {
        foreach (var entry in entries)
        {
            _byType[entry.Type] = entry;
            if (entry.RegisteredName is { } registered)
            {
                _byRegisteredName[registered] = entry;
                continue;
            }

            foreach (var name in entry.ShortNames)
            {
                if (!_byShortName.TryGetValue(name, out var named))
                {
                    _byShortName.Add(name, named = []);
                }

                named.Add(entry);
            }
        }
    }

    public RegistryEntry? Find(Type type) => _byType.GetValueOrDefault(type);

    /// <summary>Finds a class of an application: <c>my_app&gt;MyLayer</c>.</summary>
    public RegistryEntry? FindRegistered(string name) => _byRegisteredName.GetValueOrDefault(name);

    /// <summary>Finds a class of Keras by its module and name.</summary>
    public RegistryEntry? FindInModule(string module, string name)
    {
        var (best, most) = ((RegistryEntry?)null, 0);
        foreach (var entry in Named(name))
        {
            var match = ModulePath.Match(module, entry.Module ?? "");
            if (match > most)
            {
                (best, most) = (entry, match);
            }
        }

        return best;
    }

    /// <summary>The classes of Keras with a name, which are of an expected type.</summary>
    public RegistryEntry[] FindShort(string name, Type expected) =>
        [.. Named(name).Where(entry => expected.IsAssignableFrom(entry.Type))];

    /// <summary>The names of the classes of an expected type, for error messages.</summary>
    public IEnumerable<string> Choices(Type expected) => _byShortName.Values
        .SelectMany(names => names)
        .Where(entry => expected.IsAssignableFrom(entry.Type))
        .Select(entry => entry.ClassName)
        .Distinct()
        .Order(StringComparer.Ordinal);

    // A class's own name comes before another's alias.
    private List<RegistryEntry> Named(string name)
    {
        var all = _byShortName.GetValueOrDefault(name) ?? [];
        var exact = all.FindAll(entry => entry.ClassName == name);
        return exact.Count > 0 ? exact : all;
    }
}
