using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hornet.Tests;

/// <summary>The public face of an assembly as text: one sorted line for each type and each member.</summary>
/// <remarks>
/// What users outside can call or override. An override that only repeats what its base declares is left out, and so
/// is what the compiler adds to a record.
/// </remarks>
internal static class PublicApi
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private const BindingFlags Declared = Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(params IEnumerable<Assembly> assemblies) =>
        [.. assemblies.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !IsMadeByCompiler(type))
            .SelectMany(Lines)
            .Order(StringComparer.Ordinal)];

    public static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    /// <summary>The method of a base class that this one overrides, if any.</summary>
    public static MethodInfo? Overridden(MethodInfo method)
    {
        if (method.GetBaseDefinition() is var origin && origin != method)
        {
            return origin;
        }

        // An override with a narrower result has a slot of its own, and a mark instead.
        return method.IsDefined(typeof(PreserveBaseOverridesAttribute), inherit: false)
            ? method.DeclaringType!.BaseType!.GetMethod(
                method.Name, Instance, [.. method.GetParameters().Select(parameter => parameter.ParameterType)])
            : null;
    }

    private static IEnumerable<string> Lines(Type type)
    {
        var name = ApiTypeNames.Declared(type);
        yield return $"{name}: {ApiTypeHeads.Of(type)}";
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            yield break;
        }

        foreach (var member in type.GetMembers(Declared).Where(member => IsShown(member, type)))
        {
            yield return type.IsEnum
                ? $"{name}: {member.Name} = {Number((FieldInfo)member)}"
                : $"{name}: {ApiMembers.Write(member)}";
        }
    }

    private static object? Number(FieldInfo member) => member.GetRawConstantValue();

    private static bool IsShown(MemberInfo member, Type type) => !IsMadeByCompiler(member) && member switch
    {
        ConstructorInfo constructor => !constructor.IsStatic && IsVisible(constructor),
        MethodInfo method => IsVisible(method) && !IsAccessor(method) && !OnlyOverrides(method),
        PropertyInfo property => property.Name != "EqualityContract"
            && property.GetAccessors(nonPublic: true).Any(accessor => IsVisible(accessor) && !OnlyOverrides(accessor)),
        FieldInfo field => !field.IsSpecialName && (field.IsPublic || (field.IsFamily && !type.IsSealed)),
        EventInfo @event => @event.AddMethod is { } add && IsVisible(add),
        _ => false,
    };

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool OnlyOverrides(MethodInfo method) =>
        Overridden(method) is { } origin && origin.ReturnType.ToString() == method.ReturnType.ToString();

    private static bool IsMadeByCompiler(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal)
        || member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
