using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hornet.Generators.Reading;

/// <summary>Hornet's types and methods that the generator knows, by name: it needs no reference to Hornet.</summary>
internal static class Contracts
{
    public const string Namespace = "Hornet.Serialization";
    public const string KerasExport = Namespace + ".KerasExportAttribute";
    public const string Register = Namespace + ".RegisterKerasSerializableAttribute";

    public const string Reader = "ConfigReader";
    public const string Tracker = "Tracker";

    /// <summary>The display of types in generated code.</summary>
    public static readonly SymbolDisplayFormat Nullable = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The type of which another is the nullable one: int of int?.</summary>
    public static ITypeSymbol? Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : null;

    /// <summary>Whether a namespace is the platform's own.</summary>
    public static bool IsPlatform(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString().Split('.')[0] is "System" or "Microsoft";

    public static bool Is(ITypeSymbol? type, string name) => type is INamedTypeSymbol { ContainingType: null } named
        && named.MetadataName == name && named.ContainingNamespace.ToDisplayString() == Namespace;

    public static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => Is(attribute.AttributeClass, name));

    public static IEnumerable<INamedTypeSymbol> SelfAndBases(ITypeSymbol type)
    {
        for (var t = type as INamedTypeSymbol; t is not null; t = t.BaseType)
        {
            yield return t;
        }
    }

    public static IEnumerable<INamedTypeSymbol> WithOuter(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            yield return t;
        }
    }

    /// <summary>Whether code can be added to a class: it and the classes around it are partial.</summary>
    public static bool IsPartial(INamedTypeSymbol type) => !type.DeclaringSyntaxReferences.IsEmpty
        && WithOuter(type).All(t => !t.IsFileLocal)
        && WithOuter(type)
        .SelectMany(t => t.DeclaringSyntaxReferences)
        .Select(reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>()
        .All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether files can name a class: it is exported or registered.</summary>
    public static AttributeData? Export(ISymbol type) =>
        Attribute(type, "KerasExportAttribute") ?? Attribute(type, "RegisterKerasSerializableAttribute");

    /// <summary>A method that a class declares itself, with one parameter of a type of Hornet's.</summary>
    public static IMethodSymbol? Method(INamedTypeSymbol type, string name, string parameter) => type.GetMembers(name)
        .OfType<IMethodSymbol>()
        .FirstOrDefault(method => method.Parameters.Length == 1 && Is(method.Parameters[0].Type, parameter));

    /// <summary>A hook that a class declares or inherits: a method that takes a ConfigReader.</summary>
    public static bool HasHook(INamedTypeSymbol type, string name, bool isStatic) => SelfAndBases(type)
        .Select(t => (Type: t, Method: Method(t, name, Reader)))
        .Any(found => found.Method is { } method && method.IsStatic == isStatic
            && (method.DeclaredAccessibility != Accessibility.Private
                || SymbolEqualityComparer.Default.Equals(found.Type, type)));

    public static IMethodSymbol? GetConfig(INamedTypeSymbol type) => type.GetMembers("GetConfig")
        .OfType<IMethodSymbol>()
        .FirstOrDefault(method => method.Parameters.IsEmpty && !method.IsStatic);

    /// <summary>The method of the bases that an override calls; null where there is none.</summary>
    public static IMethodSymbol? InheritedGetConfig(INamedTypeSymbol type) =>
        SelfAndBases(type).Skip(1).Select(GetConfig).FirstOrDefault(method => method is not null);

    public static IMethodSymbol? InheritedTrack(INamedTypeSymbol type) => SelfAndBases(type)
        .Skip(1)
        .Select(t => Method(t, "Track", Tracker))
        .FirstOrDefault(method => method is { IsStatic: false });

    /// <summary>The word that an override of a method in another assembly needs.</summary>
    public static string Modifier(IMethodSymbol overridden, ISymbol by) => overridden.DeclaredAccessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal => "internal",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.ProtectedOrInternal when SymbolEqualityComparer.Default.Equals(
            overridden.ContainingAssembly, by.ContainingAssembly) => "protected internal",
        _ => "protected",
    };
}
