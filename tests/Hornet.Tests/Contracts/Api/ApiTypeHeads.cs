using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hornet.Tests;

/// <summary>Writes what a type is: its kind, its base, its interfaces, its constraints.</summary>
internal static class ApiTypeHeads
{
    public static string Of(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"delegate {ApiMembers.Result(invoke)}{ApiMembers.Parameters(invoke)}";
        }

        var bases = Bases(type).ToArray();
        var list = bases.Length > 0 ? $" : {string.Join(", ", bases)}" : string.Empty;
        return $"{Kind(type)}{list}{ApiConstraints.Of(OwnParameters(type))}";
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum || type.IsInterface)
        {
            return type.IsEnum ? "enum" : "interface";
        }

        var isRecord = type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
        if (type.IsValueType)
        {
            var fixedValue = type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : string.Empty;
            var onStack = type.IsByRefLike ? "ref " : string.Empty;
            return $"{fixedValue}{onStack}{(isRecord ? "record struct" : "struct")}";
        }

        var modifier = type switch
        {
            { IsAbstract: true, IsSealed: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => string.Empty,
        };
        return $"{modifier}{(isRecord ? "record" : "class")}";
    }

    // The base, and the interfaces that neither the base nor another interface brings along.
    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            var number = Enum.GetUnderlyingType(type);
            return number == typeof(int) ? [] : [ApiTypeNames.Of(number)];
        }

        Type[] ancestors = type.BaseType is { } known && known != typeof(object) && known != typeof(ValueType)
            ? [known]
            : [];
        var all = type.GetInterfaces();
        var inherited = all.SelectMany(one => one.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        var own = all.Except(inherited).Where(one => one.IsVisible).Select(ApiTypeNames.Of);
        return [.. ancestors.Select(ApiTypeNames.Of), .. own.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<Type> OwnParameters(Type type) =>
        type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0);
}
