using System.Collections.Concurrent;
using System.Reflection;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>What a public name of Keras stands for in Hornet: a class, a function, or a value.</summary>
internal sealed record KerasSymbol(
    string Name, Type? Class, IReadOnlyList<MethodBase> Overloads, PropertyInfo? Property)
{
    private static readonly ConcurrentDictionary<string, KerasSymbol?> s_cache = [];

    // Modules of Keras that only repeat what stands in another one.
    private static readonly Dictionary<string, string> s_aliases = new()
    {
        ["preprocessing.sequence"] = "utils",
        ["preprocessing.image"] = "utils",
        ["preprocessing"] = "utils",
    };

    /// <summary>What <c>keras.module.name</c> stands for.</summary>
    /// <exception cref="NotYetException">There is nothing of that name.</exception>
    public static KerasSymbol Of(string name) => s_cache.GetOrAdd(name, Search) ?? throw new NotYetException(name);

    /// <summary>Calls the function, makes an object of the class, or reads the value.</summary>
    public object? Call(IValueBinder binder, IReadOnlyList<CorpusValue> args, CorpusMap kwargs) => Property is not null
        ? Property.GetValue(null)
        : new CallBinder(binder).Bind(Overloads, args, kwargs).Invoke();

    private static KerasSymbol? Search(string name)
    {
        var parts = name.Split('.');
        var (module, last) = (string.Join('.', parts[1..^1]), parts[^1]);
        if (ClassOf(module, last) is { } type)
        {
            return new KerasSymbol(name, type, type.GetConstructors(), null);
        }

        var holders = Holders(module).ToArray();
        var overloads = holders
            .SelectMany(holder => holder.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => !method.IsSpecialName && KerasNames.Match(last, method.Name))
            .Select(OfObjects).OfType<MethodBase>().ToArray();
        var property = holders
            .SelectMany(holder => holder.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .FirstOrDefault(value => KerasNames.Match(last, value.Name));
        return overloads.Length > 0 ? new KerasSymbol(name, null, overloads, null)
            : property is not null ? new KerasSymbol(name, null, [], property)
            : s_aliases.TryGetValue(module, out var other) ? Search($"keras.{other}.{last}")
            : null;
    }

    // A class has Keras's name, in the namespace of its module or above.
    private static Type? ClassOf(string module, string name)
    {
        var space = module.Length == 0 ? nameof(Hornet) : $"{nameof(Hornet)}.{Title(module)}";
        return typeof(Keras).Assembly.GetExportedTypes()
            .Where(type => type.Name == name && !type.IsNested && !(type.IsAbstract && type.IsSealed))
            .OrderByDescending(type => string.Equals(type.Namespace, space, StringComparison.OrdinalIgnoreCase))
            .FirstOrDefault();
    }

    // A module is a class beside Keras or inside it: keras.ops is Hornet.Ops, keras.config is Hornet.Keras.Config.
    private static IEnumerable<Type> Holders(string module)
    {
        if (module.Length == 0)
        {
            return [typeof(Keras)];
        }

        var title = Title(module);
        var last = title[(title.LastIndexOf('.') + 1)..];
        string[] names =
        [
            $"Hornet.Keras+{title.Replace('.', '+')}", $"Hornet.Keras+{last}", $"Hornet.{title}", $"Hornet.{last}",
        ];
        return names.Select(name => typeof(Keras).Assembly.GetType(name, false, ignoreCase: true))
            .OfType<Type>().Distinct();
    }

    private static string Title(string module) => string.Join('.', module.Split('.').Select(KerasNames.ToPascalCase));

    // What takes structures of anything is called with structures of objects.
    private static MethodInfo? OfObjects(MethodInfo method)
    {
        try
        {
            return !method.IsGenericMethodDefinition ? method : method.MakeGenericMethod(
                [.. method.GetGenericArguments().Select(_ => typeof(object))]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
