using Microsoft.CodeAnalysis;

namespace Hornet.Generators.Reading;

/// <param name="Type">The type that is read; for a span the array that converts to it.</param>
/// <param name="Expression">The expression that reads it.</param>
internal sealed record ReadCode(string Type, string Expression);

/// <summary>The code that reads a value of a type from a configuration: static calls only.</summary>
internal static class ReadExpression
{
    private static readonly HashSet<string> s_lists =
        ["IEnumerable`1", "IReadOnlyCollection`1", "IReadOnlyList`1", "ICollection`1", "IList`1", "ReadOnlySpan`1"];

    private static readonly HashSet<string> s_made =
        ["List`1", "HashSet`1", "ImmutableArray`1", "ImmutableList`1", "ValueList`1"];

    private static readonly HashSet<string> s_dictionaries = ["Dictionary`2", "IDictionary`2", "IReadOnlyDictionary`2"];

    private static readonly HashSet<string> s_json = ["JsonNode", "JsonObject", "JsonArray"];

    /// <summary>The code, of a variable <c>item</c>; null where configurations cannot hold the type.</summary>
    public static ReadCode? Of(ITypeSymbol type) => Of(type, "item", 1);

    private static ReadCode? Of(ITypeSymbol type, string item, int depth)
    {
        var display = type.ToDisplayString(Contracts.Nullable);
        if (Contracts.Underlying(type) is { } inner)
        {
            return IsSimple(inner) ? new ReadCode(display, $"{item}.Read<{display}>()")
                : Of(inner, item, depth) is { } code
                    ? new ReadCode(display, $"{item}.IsNull ? default({display}) : {code.Expression}")
                : null;
        }

        var plain = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var canBeNull = type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };
        if (IsSimple(plain))
        {
            return new ReadCode(display, $"{item}.Read{(canBeNull ? "OrNull" : "")}<{Display(plain)}>()");
        }

        return NotNull(plain, item, depth) is not { } read ? null
            : canBeNull ? new ReadCode(display, $"{item}.IsNull ? null : {read.Expression}")
            : read;
    }

    private static ReadCode? NotNull(ITypeSymbol type, string item, int depth) =>
        IsOwn(type) ? new ReadCode(Display(type), $"{item}.ReadValue<{Display(type)}>()")
        : type is INamedTypeSymbol { IsTupleType: true } tuple ? TupleOf(tuple, item, depth)
        : type is IArrayTypeSymbol { Rank: 1 } array ? ListOf(array.ElementType, item, depth)
        : type is INamedTypeSymbol named && IsCollection(named) ? Collection(named, item, depth)
        : null;

    private static ReadCode? Collection(INamedTypeSymbol type, string item, int depth)
    {
        if (s_dictionaries.Contains(type.MetadataName))
        {
            return type.TypeArguments[0].SpecialType == SpecialType.System_String
                && Of(type.TypeArguments[1], $"item{depth}", depth + 1) is { } value
                ? new ReadCode(Display(type), Call(item, "ReadDictionary", value, depth))
                : null;
        }

        var list = ListOf(type.TypeArguments[0], item, depth);
        return list is null || s_lists.Contains(type.MetadataName)
            ? list is null || type.MetadataName == "ReadOnlySpan`1" ? list : list with { Type = Display(type) }
            : new ReadCode(Display(type), $"[.. {list.Expression}]");
    }

    private static ReadCode? ListOf(ITypeSymbol element, string item, int depth) =>
        Of(element, $"item{depth}", depth + 1) is { } code
            ? new ReadCode($"{code.Type}[]", Call(item, "ReadList", code, depth))
            : null;

    private static ReadCode? TupleOf(INamedTypeSymbol tuple, string item, int depth)
    {
        var parts = tuple.TupleElements.Select((part, i) => Of(part.Type, $"item{depth}[{i}]", depth + 1)).ToArray();
        return parts.Any(part => part is null) ? null : new ReadCode(
            Display(tuple),
            $"{item}.ReadTuple<{Display(tuple)}>({parts.Length}, static item{depth} => "
                + $"({string.Join(", ", parts.Select(part => part!.Expression))}))");
    }

    private static string Call(string item, string method, ReadCode element, int depth) =>
        $"{item}.{method}<{element.Type}>(static item{depth} => {element.Expression})";

    private static bool IsCollection(INamedTypeSymbol type) => type.ContainingType is null
        && type.ContainingNamespace.ToDisplayString() is { } space
        && (space.StartsWith("System.Collections.", StringComparison.Ordinal) || space is "System" or "Hornet")
        && (s_lists.Contains(type.MetadataName) || s_made.Contains(type.MetadataName)
            || s_dictionaries.Contains(type.MetadataName));

    // A number, boolean, text, enum, JSON or Keras object: what ConfigItem.Read tells apart when it runs.
    private static bool IsSimple(ITypeSymbol type) => type.SpecialType is SpecialType.System_Boolean
            or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Single
            or SpecialType.System_Double or SpecialType.System_String or SpecialType.System_Object
        || type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter
        || (type is INamedTypeSymbol named && !IsOwn(named) && (IsJson(named) || IsKerasObject(named)));

    private static bool IsJson(INamedTypeSymbol type) =>
        s_json.Contains(type.Name) && type.ContainingNamespace.ToDisplayString() == "System.Text.Json.Nodes";

    // A class with a GetConfig (the bases have it), an exported one, or an interface that one may implement.
    private static bool IsKerasObject(INamedTypeSymbol type) => Contracts.Is(type, "IKerasSerializable")
        || type.AllInterfaces.Any(contract => Contracts.Is(contract, "IKerasSerializable"))
        || (type.TypeKind == TypeKind.Class && Contracts.SelfAndBases(type).Any(t =>
            Contracts.GetConfig(t) is not null || Contracts.Export(t) is not null))
        || (type.TypeKind == TypeKind.Interface && !Contracts.IsPlatform(type));

    // IConfigValue<T> of T itself.
    private static bool IsOwn(ITypeSymbol type) => type.AllInterfaces.Any(contract =>
        Contracts.Is(contract, "IConfigValue`1")
        && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], type));

    private static string Display(ITypeSymbol type) => type.ToDisplayString(Contracts.Nullable);
}
