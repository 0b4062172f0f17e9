using Microsoft.CodeAnalysis;

namespace Hornet.Generators.Reading;

/// <summary>What a variable of a type can hold.</summary>
internal enum Held
{
    /// <summary>Nothing to track.</summary>
    Nothing,

    /// <summary>An interface that something trackable may implement: the tracker sees when it runs.</summary>
    Perhaps,

    /// <summary>Something trackable, or a list, tuple or dictionary of it.</summary>
    Trackable,
}

/// <summary>Which types hold something trackable.</summary>
internal static class Trackable
{
    // A class can be a list of itself.
    private const int MaxDepth = 8;

    public static Held Holds(ITypeSymbol type) => Holds(type, 0);

    private static Held Holds(ITypeSymbol type, int depth) => type switch
    {
        _ when depth > MaxDepth => Held.Nothing,
        ITypeParameterSymbol parameter => Most(parameter.ConstraintTypes, depth),
        IArrayTypeSymbol array => Holds(array.ElementType, depth + 1),
        _ when Contracts.Underlying(type) is { } inner => Holds(inner, depth + 1),
        INamedTypeSymbol { IsTupleType: true } tuple => Most(tuple.TupleElements.Select(part => part.Type), depth),
        INamedTypeSymbol named => IsTrackable(named) ? Held.Trackable : HoldsItems(named, depth),
        _ => Held.Nothing,
    };

    private static bool IsTrackable(INamedTypeSymbol type) => Contracts.Is(type, "ITrackable")
        || type.AllInterfaces.Any(contract => Contracts.Is(contract, "ITrackable"))
        || Contracts.SelfAndBases(type).Any(t => Contracts.Method(t, "Track", Contracts.Tracker) is not null);

    private static Held HoldsItems(INamedTypeSymbol type, int depth)
    {
        var items = type.AllInterfaces.Add(type)
            .Where(t => t.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            .Select(t => Item(t.TypeArguments[0]))
            .ToArray();
        return items.Length > 0 ? Most(items, depth) : IsOpen(type) ? Held.Perhaps : Held.Nothing;
    }

    private static ITypeSymbol Item(ITypeSymbol item) =>
        item is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 } pair
        && pair.ContainingNamespace.ToDisplayString() == "System.Collections.Generic" ? pair.TypeArguments[1] : item;

    private static bool IsOpen(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && !Contracts.IsPlatform(type);

    private static Held Most(IEnumerable<ITypeSymbol> types, int depth) =>
        types.Select(type => Holds(type, depth + 1)).DefaultIfEmpty(Held.Nothing).Max();
}
