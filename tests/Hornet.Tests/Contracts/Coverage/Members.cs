using System.Reflection;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>The public types of an assembly, found by the path that Keras's module names give.</summary>
/// <remarks>
/// keras.layers.Dense is Hornet.Layers.Dense; keras.random.normal is Hornet.Keras.Random.Normal; keras.ops.nn.relu is
/// Hornet.Ops.Relu. So a type's path is its namespace and outer classes without Hornet and Keras.
/// </remarks>
internal sealed class Members(IEnumerable<Type> types)
{
    private readonly (Type Type, string[] Path)[] _types = [.. types.Select(type => (type, PathOf(type)))];

    /// <summary>The types that stand for a class of Keras.</summary>
    public IEnumerable<Type> Types(string[] keras) =>
        from candidate in _types
        where candidate.Path is [.., var name] && name == KerasNames.ToPascalCase(keras[^1])
        let modules = candidate.Path[..^1]
        where modules.Length == 0 || keras.Length == 1 || Matches(keras[..^1], modules)
        select candidate.Type;

    /// <summary>The static methods and properties that stand for a function or a constant of Keras.</summary>
    public IEnumerable<MemberInfo> Functions(string[] keras) =>
        from candidate in _types
        where Matches(keras[..^1], candidate.Path) || IsOps(keras[..^1], candidate.Path)
        from member in candidate.Type.GetMembers(BindingFlags.Public | BindingFlags.Static)
        where member is MethodInfo or PropertyInfo or FieldInfo && member.Name == KerasNames.ToPascalCase(keras[^1])
        select member;

    private static bool Matches(string[] keras, string[] path) =>
        keras.Length == path.Length && keras.Zip(path).All(pair => IsSameModule(pair.First, pair.Second));

    // All of keras.ops.* is one class: numpy, nn, linalg, image are folders.
    private static bool IsOps(string[] keras, string[] path) =>
        keras is ["ops", ..] && path is ["Ops"] or ["OpsExtensions"];

    private static string[] PathOf(Type type)
    {
        var full = type.FullName!.Split('`')[0].Split('.', '+');
        var start = full is ["Hornet", ..] ? 1 : 0;
        return full.Length > start && full[start] is "Keras" ? full[(start + 1)..] : full[start..];
    }

    // Module names keep no case: efficientnet_v2 and EfficientNetV2 are one.
    private static bool IsSameModule(string keras, string dotnet) =>
        keras.Replace("_", string.Empty, StringComparison.Ordinal).Equals(dotnet, StringComparison.OrdinalIgnoreCase);
}
