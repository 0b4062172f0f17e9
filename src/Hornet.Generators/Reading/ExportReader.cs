using Hornet.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Hornet.Generators.Reading;

/// <summary>What an attribute says of a class's place in files.</summary>
internal static class ExportReader
{
    /// <summary>The entry in the registry; null for an abstract class, which files cannot name.</summary>
    public static EntryModel? Read(INamedTypeSymbol type, AttributeData export, List<Problem> problems)
    {
        if (type.IsAbstract)
        {
            return null;
        }

        if (Unreachable(type) is { } why)
        {
            problems.Add(Problem.Of(Rules.NotReachable, type, type.Name, why));
        }

        var first = export.ConstructorArguments.Select(argument => argument.Value as string).FirstOrDefault();
        var name = Named(export, "Name").Value as string ?? type.Name;
        if (!Contracts.Is(export.AttributeClass, "KerasExportAttribute"))
        {
            return new EntryModel(Contracts.Display(type), null, type.Name, $"{first ?? "Custom"}>{name}", default);
        }

        var aliases = Named(export, "Aliases") is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(value => value.Value as string ?? "")
            : [];
        return new EntryModel(Contracts.Display(type), first, name, null, new(aliases));
    }

    private static TypedConstant Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;

    private static string? Unreachable(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.IsGenericType)
            {
                return "generic";
            }

            if (t.IsFileLocal || t.DeclaredAccessibility is
                Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return t.IsFileLocal ? "local to its file" : "private";
            }
        }

        return null;
    }
}
