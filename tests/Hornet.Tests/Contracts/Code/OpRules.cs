using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hornet.Tests;

/// <summary>An op is a value: a sealed record that is equal by its parameters, so that equal work is found.</summary>
internal static class OpRules
{
    private const BindingFlags State = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>What derives from the base of all ops, and what stands among the ops and is named so.</summary>
    public static IReadOnlyList<Type> OpsOf(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => !type.IsAbstract && type.IsClass && (IsOp(type) || IsNamedSo(type)))];

    public static IEnumerable<string> NotAnOp(Type type) =>
        !IsOp(type) ? [$"{type.FullName}: is named as an op and does not derive from Op"]
        : !type.Name.EndsWith("Op", StringComparison.Ordinal) ? [$"{type.FullName}: expected a name that ends in Op"]
        : !type.IsSealed ? [$"{type.FullName}: expected sealed (or abstract)"]
        : [];

    public static IEnumerable<string> NotAValue(Type type) =>
        from owner in Bases(type)
        from field in owner.GetFields(State | BindingFlags.DeclaredOnly)
        let isProperty = field.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        let name = field.Name.Split('>')[0].TrimStart('<')
        where !IsEqualToItselfAlone(type) && (!isProperty || !HasValueEquality(field.FieldType))
        select isProperty
            ? $"{type.FullName}: {name} ({field.FieldType.Name}) compares by reference"
            : $"{type.FullName}: the field {name} is part of equality: compute it, or make it a parameter";

    public static bool HasValueEquality(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return HasValueEquality(underlying);
        }

        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || typeof(Delegate).IsAssignableFrom(type))
        {
            return true;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(ImmutableArray<>) || open == typeof(Memory<>) || open == typeof(ReadOnlyMemory<>)))
        {
            return false;
        }

        return !type.IsArray && !type.IsInterface && OwnEquals(type) is not null
            && (!IsTuple(type) || type.GetGenericArguments().All(HasValueEquality));
    }

    // One reason: what passes make after equal work is merged holds a kernel, and says so by an Equals of its own.
    private static bool IsEqualToItselfAlone(Type type) =>
        type.GetMethod(nameof(Equals), [type]) is { } method && method.DeclaringType == type
            && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static MethodInfo? OwnEquals(Type type) =>
        type.GetMethod(nameof(Equals), [typeof(object)]) is { } method
        && method.DeclaringType != typeof(object) && method.DeclaringType != typeof(ValueType)
            ? method
            : null;

    private static bool IsTuple(Type type) => typeof(ITuple).IsAssignableFrom(type);

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var one = type; one is not null && one != typeof(object); one = one.BaseType)
        {
            yield return one;
        }
    }

    private static bool IsOp(Type type) => type.BaseType is { } known && Bases(known).Any(one => one.Name is "Op");

    private static bool IsNamedSo(Type type) =>
        type.DeclaringType?.Name is "Ops" && type.Name.EndsWith("Op", StringComparison.Ordinal);
}
