using System.Reflection;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>How much of a Keras object Hornet has, computed from the assembly.</summary>
internal sealed class Coverage(IEnumerable<Type> types)
{
    public const string Done = "done";
    public const string NotYet = "not yet";
    public const string Partial = "partial: missing ";
    public const string WillNot = "will not: ";

    private readonly Members _members = new(types);

    /// <param name="keras">What Keras has.</param>
    /// <param name="isExcused">Whether a parameter is left out on purpose.</param>
    public string Of(KerasObject keras, Func<string, bool> isExcused)
    {
        var found = keras.Paths.SelectMany(path => Calls(keras, path)).ToArray();
        if (found.Length == 0)
        {
            return NotYet;
        }

        // Of several overloads or constructors the one that takes most stands for the whole.
        var missing = found
            .Select(call => keras.Parameters.Where(name => !call.Contains(KerasNames.ToCamelCase(name))).ToArray())
            .Select(names => names.Where(name => !isExcused(name)).ToArray())
            .MinBy(names => names.Length)!;
        return missing.Length == 0 ? Done : Partial + string.Join(", ", missing);
    }

    private IEnumerable<HashSet<string>> Calls(KerasObject keras, string[] path)
    {
        var functions = _members.Functions(path).Select(member => Names(member).ToHashSet());
        return keras.IsClass ? _members.Types(path).SelectMany(Constructors).Concat(functions) : functions;
    }

    // What an object initializer can set counts as well: new Dense(8) { InputShape = [4] }.
    private static IEnumerable<HashSet<string>> Constructors(Type type)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        var settable = type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
            .ToArray();
        return type.GetConstructors(Any)
            .Where(constructor => constructor.IsPublic || (type.IsAbstract && constructor.IsFamily))
            .Select(constructor => Names(constructor).Concat(settable).ToHashSet())
            .DefaultIfEmpty([.. settable]);
    }

    private static IEnumerable<string> Names(MemberInfo member) =>
        member is MethodBase method ? method.GetParameters().Select(parameter => parameter.Name!) : [];
}
