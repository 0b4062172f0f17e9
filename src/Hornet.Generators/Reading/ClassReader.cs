using Hornet.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hornet.Generators.Reading;

/// <summary>From a class to what is written for it.</summary>
internal static class ClassReader
{
    /// <summary>Reads a class that is exported or registered; one that is both is exported.</summary>
    public static ClassModel? ReadExported(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        context.TargetSymbol is INamedTypeSymbol { TypeKind: TypeKind.Class } type
        && SymbolEqualityComparer.Default.Equals(
            Contracts.Export(type)?.AttributeClass, context.Attributes[0].AttributeClass)
            ? Read(type, context.Attributes[0], context.SemanticModel, cancellation)
            : null;

    /// <summary>Reads a class that derives from another one; null where nothing is to be written.</summary>
    public static ClassModel? ReadDerived(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var declaration = (TypeDeclarationSyntax)context.Node;
        return context.SemanticModel.GetDeclaredSymbol(declaration, cancellation) is { TypeKind: TypeKind.Class } type
            && type.BaseType is not (null or { SpecialType: SpecialType.System_Object })
            && Contracts.Export(type) is null
            && IsFirst(type, declaration, cancellation)
            ? Read(type, null, context.SemanticModel, cancellation)
            : null;
    }

    private static ClassModel? Read(
        INamedTypeSymbol type, AttributeData? export, SemanticModel model, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        var entry = export is null ? null : ExportReader.Read(type, export, problems);
        var track = TrackReader.Read(type, model, problems, cancellation);
        var (getConfig, fromConfig) = ConfigReading.Read(type, export is not null, problems);
        var isPartial = Contracts.IsPartial(type);
        if (!isPartial && (track is { IsCertain: true } || export is not null))
        {
            var why = export is not null ? "files can name it" : "it owns what must be tracked";
            problems.Add(Problem.Of(Rules.NotPartial, type, type.Name, why));
        }

        if (!isPartial)
        {
            (getConfig, fromConfig, track) = (null, null, null);
        }

        return getConfig is null && fromConfig is null && track is null && problems.Count == 0 && entry is null
            ? null
            : new ClassModel(
                HintName(type), Namespace(type), new(Headers(type)), getConfig, fromConfig, track?.Model,
                problems.Count == 0 ? entry : null, new(problems));
    }

    // A class in several parts is read once, at the first part that names a base.
    private static bool IsFirst(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .First(part => part.BaseList is not null) == declaration;

    private static string Namespace(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();

    private static string HintName(INamedTypeSymbol type)
    {
        var names = string.Join(".", Contracts.WithOuter(type).Reverse().Select(t => t.MetadataName.Replace('`', '_')));
        return Namespace(type) is { Length: > 0 } space ? $"{space}.{names}.g.cs" : $"{names}.g.cs";
    }

    private static IEnumerable<string> Headers(INamedTypeSymbol type) => Contracts.WithOuter(type).Reverse().Select(t =>
    {
        var parameters = t.TypeParameters.Select(parameter => parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => "",
        } + parameter.Name);
        var suffix = t.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", parameters)}>";
        return $"partial {Keyword(t)} {Writing.Code.Name(t.Name)}{suffix}";
    });

    private static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Interface, _) => "interface",
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (_, true) => "record",
        _ => "class",
    };
}
