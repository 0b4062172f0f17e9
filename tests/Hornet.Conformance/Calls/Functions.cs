using System.Collections.Concurrent;
using System.Reflection;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>A function of Keras, by the methods that are its overloads.</summary>
internal sealed record Function(string Name, IReadOnlyList<MethodInfo> Overloads)
{
    // Hornet has no sparse and no ragged tensors, and no way to ask for none.
    private static readonly string[] s_leftOut = ["sparse", "ragged"];

    /// <summary>Calls the overload that takes the <c>args</c> and <c>kwargs</c> of a case.</summary>
    public object? Call(HornetBinder binder, CorpusCase line) =>
        Call(binder, ((CorpusSequence)line.Value("args")).Items, line.Map("kwargs"));

    /// <summary>Calls the overload that takes the arguments.</summary>
    public object? Call(HornetBinder binder, IReadOnlyList<CorpusValue> args, CorpusMap kwargs)
    {
        var given = kwargs.Entries.Where(entry => entry.Value is not CorpusBool { Value: false }
            || !s_leftOut.Contains(entry.Key));
        var (positional, named) = Gathered(args, new CorpusMap([.. given]));
        return new CallBinder(binder).Bind(Overloads, positional, named).Invoke();
    }

    // What Python takes as *args or **kwargs, these take as a list or as pairs.
    private (IReadOnlyList<CorpusValue> Args, CorpusMap Kwargs) Gathered(
        IReadOnlyList<CorpusValue> args, CorpusMap kwargs) => Name switch
        {
            "keras.ops.meshgrid" => ([new CorpusList(args)], kwargs),
            "keras.ops.rearrange" => ([.. args, .. kwargs.Entries.Select(Pair)], CorpusMap.Empty),
            _ => (args, kwargs),
        };

    private static CorpusList Pair(KeyValuePair<string, CorpusValue> entry) =>
        new([new CorpusString(entry.Key), entry.Value]);
}

/// <summary>Finds Keras's functions among the static methods of Hornet.</summary>
internal static class Functions
{
    private static readonly ConcurrentDictionary<(string Module, string Name), Function?> s_cache = [];

    /// <summary>The function <c>keras.module.name</c>. Of a name with dots the last part counts.</summary>
    /// <exception cref="NotYetException">There is none.</exception>
    public static Function Of(string module, string name) => Find(module, name)
        ?? throw new NotYetException($"keras.{module}.{Last(name)}");

    /// <summary>The function, or null where there is none.</summary>
    public static Function? Find(string module, string name) =>
        s_cache.GetOrAdd((module, Last(name)), static key => Search(key.Module, key.Name));

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    // A module is a class beside Keras or inside it: keras.ops is Hornet.Ops, keras.backend is Hornet.Keras.Backend.
    private static Function? Search(string module, string name)
    {
        var title = KerasNames.ToPascalCase(module);
        var assembly = typeof(Keras).Assembly;
        var methods = new[] { $"Hornet.{title}", $"Hornet.{title}Extensions", $"Hornet.Keras+{title}" }
            .Select(assembly.GetType).OfType<Type>()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => !method.IsSpecialName && !method.IsGenericMethodDefinition)
            .Where(method => KerasNames.Match(name, method.Name))
            .ToArray();
        return methods.Length > 0 ? new Function($"keras.{module}.{name}", methods) : null;
    }
}
