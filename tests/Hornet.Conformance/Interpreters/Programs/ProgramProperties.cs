using System.Reflection;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Reads properties of what a building program has made, by Keras's names.</summary>
internal static class ProgramProperties
{
    private static readonly Dictionary<string, string> s_names = new() { ["ndim"] = nameof(Tensor.Rank) };

    // Hornet has none of these kinds of tensors, and says nothing of them.
    private static readonly string[] s_kinds = ["sparse", "ragged"];

    public static object? Get(object target, string name) => s_kinds.Contains(name)
        ? false
        : Find(target, name).GetMethod!.Invoke(target, BindingFlags.DoNotWrapExceptions, null, null, null);

    /// <summary>The property of the most derived class that has it.</summary>
    public static PropertyInfo Find(object target, string name)
    {
        var wanted = s_names.GetValueOrDefault(name, name);
        for (var type = target.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .FirstOrDefault(property => KerasNames.Match(wanted, property.Name)) is { } found)
            {
                return found;
            }
        }

        throw new NotYetException($"{target.GetType().Name}.{name}");
    }
}
