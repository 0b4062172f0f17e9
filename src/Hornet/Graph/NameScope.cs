namespace Hornet;

/// <summary>A part of the paths of the variables that are made while it is open.</summary>
/// <remarks>A ref struct: scopes belong to a thread, and the compiler keeps them from crossing an await.</remarks>
/// <example><code>
/// using var scope = new NameScope("encoder");
/// Console.WriteLine(new Variable(0.0, name: "scale").Path); // encoder/scale
/// </code></example>
public readonly ref struct NameScope : IDisposable
{
    [ThreadStatic]
    private static List<Entry>? t_entries;

    private readonly bool _isEntered;

    /// <summary>Opens a scope on this thread.</summary>
    /// <param name="name">The part of the path; without <c>/</c>.</param>
    public NameScope(string name)
        : this(name, caller: null, parentPath: null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException($"Expected a name without the character '/'. Received: '{name}'.",
                nameof(name));
        }
    }

    /// <param name="name">The part of the path.</param>
    /// <param name="caller">Who opens it: what it opens twice in a row is one scope.</param>
    /// <param name="parentPath">The path before it, where it is not that of the open scopes.</param>
    internal NameScope(string name, object? caller, string? parentPath)
    {
        var entries = t_entries ??= [];
        _isEntered = caller is null || entries.Count == 0 || entries[^1].Caller != caller || entries[^1].Name != name;
        if (_isEntered)
        {
            entries.Add(new Entry(name, caller, parentPath));
        }
    }

    /// <summary>The names of the open scopes, joined by <c>/</c>.</summary>
    public static string CurrentPath
    {
        get
        {
            var path = string.Empty;
            foreach (var entry in t_entries ?? [])
            {
                var parent = entry.ParentPath ?? path;
                path = parent.Length == 0 ? entry.Name : $"{parent}/{entry.Name}";
            }

            return path;
        }
    }

    /// <summary>Closes the scope.</summary>
    public void Dispose()
    {
        if (_isEntered)
        {
            t_entries!.RemoveAt(t_entries.Count - 1);
        }
    }

    private readonly record struct Entry(string Name, object? Caller, string? ParentPath);
}
