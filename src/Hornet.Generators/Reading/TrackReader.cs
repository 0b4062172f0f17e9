using Hornet.Generators.Models;
using Hornet.Serialization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hornet.Generators.Reading;

/// <summary>The members of a class that could hold something trackable.</summary>
internal static class TrackReader
{
    /// <param name="Model">What is written.</param>
    /// <param name="IsCertain">Whether a member's type is trackable, not only an interface that could be.</param>
    internal sealed record Result(TrackModel Model, bool IsCertain);

    /// <summary>The override of <c>Track</c>; null where there is nothing to track, or the class has its own.</summary>
    public static Result? Read(
        INamedTypeSymbol type, SemanticModel model, List<Problem> problems, CancellationToken cancellation)
    {
        if (Contracts.InheritedTrack(type) is not { IsSealed: false } inherited
            || Contracts.Method(type, "Track", Contracts.Tracker) is not null)
        {
            return null;
        }

        foreach (var parameter in Captured(type, model, cancellation))
        {
            problems.Add(Problem.Of(Rules.Captured, parameter, type.Name, parameter.Name));
        }

        var members = type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(IsStored)
            .Select(field => (Field: field, Holds: Trackable.Holds(field.Type)))
            .Where(member => member.Holds != Held.Nothing)
            .ToArray();
        var modifiers = $"{Contracts.Modifier(inherited, type)} override";
        return members.Length == 0 ? null : new Result(
            new TrackModel(modifiers, new(members.Select(member => Member(member.Field)))),
            members.Any(member => member.Holds == Held.Trackable));
    }

    private static bool IsStored(IFieldSymbol field) => field is { IsStatic: false, IsConst: false }
        && (field.AssociatedSymbol is IPropertySymbol || !field.IsImplicitlyDeclared)
        && Contracts.Attribute(field.AssociatedSymbol ?? field, "NotTrackedAttribute") is null
        && Contracts.Attribute(field, "NotTrackedAttribute") is null;

    // An automatic property is found by the field behind it.
    private static NamedText Member(IFieldSymbol field)
    {
        var member = field.AssociatedSymbol ?? field;
        if (member is IPropertySymbol { ExplicitInterfaceImplementations: { IsEmpty: false } explicits })
        {
            return Named(explicits[0], $"(({Contracts.Display(explicits[0].ContainingType)})this)");
        }

        return Named(member, "this");
    }

    private static NamedText Named(ISymbol member, string owner) =>
        new(KerasCase.OfMember(member.Name), $"{owner}.{Writing.Code.Name(member.Name)}");

    // A primary constructor's parameter that members use lives in a field without a name.
    private static IEnumerable<IParameterSymbol> Captured(
        INamedTypeSymbol type, SemanticModel model, CancellationToken cancellation)
    {
        if (type.IsRecord)
        {
            yield break;
        }

        var declarations = type.DeclaringSyntaxReferences
            .Where(reference => reference.SyntaxTree == model.SyntaxTree)
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .ToArray();
        foreach (var syntax in declarations.SelectMany(declaration => declaration.ParameterList?.Parameters ?? default))
        {
            if (model.GetDeclaredSymbol(syntax, cancellation) is { } parameter
                && Trackable.Holds(parameter.Type) == Held.Trackable
                && declarations.SelectMany(Bodies).Any(body => Uses(body, parameter, model, cancellation)))
            {
                yield return parameter;
            }
        }
    }

    // Where a use captures: not in the initializer of a field or property, nor in the call of the base's constructor.
    private static IEnumerable<SyntaxNode> Bodies(TypeDeclarationSyntax declaration) => declaration.Members
        .SelectMany(member => member switch
        {
            BaseFieldDeclarationSyntax or BaseTypeDeclarationSyntax or ConstructorDeclarationSyntax => [],
            PropertyDeclarationSyntax property =>
                new SyntaxNode?[] { property.AccessorList, property.ExpressionBody }.OfType<SyntaxNode>(),
            _ => [member],
        });

    private static bool Uses(
        SyntaxNode body, IParameterSymbol parameter, SemanticModel model, CancellationToken cancellation) => body
        .DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == parameter.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, parameter));
}
