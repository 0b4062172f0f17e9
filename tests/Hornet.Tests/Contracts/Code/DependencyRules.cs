using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hornet.Tests;

/// <summary>Dependencies point one way: a folder knows nothing of what is built on it.</summary>
/// <remarks>
/// Namespaces are for users and cut across folders, so the rule reads the syntax: a file may not name, where only a
/// type can stand, a type that is declared in a folder above its own and nowhere else.
/// </remarks>
internal static class DependencyRules
{
    // Inside the core the five know each other.
    private static readonly string[] s_core = ["Tensors", "Autodiff", "Graph", "Programs", "Ops"];

    private static readonly Dictionary<string, string[]> s_above = new()
    {
        ["Layers"] = ["Models", "Training", "Saving", "Optimizers", "Callbacks"],
        ["Models"] = ["Training", "Saving"],
        ["Training"] = ["Saving"],
    };

    private static readonly string[] s_aboveCore =
        ["Layers", "Models", "Training", "Saving", "Losses", "Metrics", "Optimizers", "Callbacks"];

    public static IEnumerable<string> Breaches(IReadOnlyCollection<SourceFile> files)
    {
        var foldersOf = files
            .Where(file => FolderOf(file) is not null)
            .SelectMany(file => Declared(file).Select(name => (Name: name, Folder: FolderOf(file)!)))
            .ToLookup(item => item.Name, item => item.Folder);
        return from file in files
               let folder = FolderOf(file)
               where folder is not null
               let above = AboveOf(folder)
               where above.Length > 0
               from name in TypeNames(file)
               let homes = foldersOf[name.Identifier.Text]
               where homes.Any() && homes.All(above.Contains)
               select $"{file.Path}:{SourceFile.LineOf(name)}: {folder} must not know {name.Identifier.Text} " +
                   $"of {homes.First()}";
    }

    private static string[] AboveOf(string folder) =>
        s_core.Contains(folder) ? s_aboveCore : s_above.GetValueOrDefault(folder, []);

    private static string? FolderOf(SourceFile file) =>
        file.Path.Split('/') is ["src", "Hornet", var folder, _, ..] ? folder : null;

    private static IEnumerable<string> Declared(SourceFile file) => file.Syntax.DescendantNodes()
        .Select(node => node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            _ => null,
        })
        .OfType<string>();

    // An identifier that names a type by where it stands: Add in Add(x) is a method, Add in new Add() is not.
    private static IEnumerable<SimpleNameSyntax> TypeNames(SourceFile file) =>
        file.Syntax.DescendantNodes(node => node is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>()
            .Where(name => SyntaxFacts.IsInTypeOnlyContext(name) || IsOwnerOfMember(name) || IsPattern(name));

    // Dense in Dense.Make(), unless the class has a property of that name: Activation.Apply(y).
    private static bool IsOwnerOfMember(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Expression == name
        && !name.Ancestors().OfType<TypeDeclarationSyntax>().SelectMany(type => type.Members)
            .OfType<PropertyDeclarationSyntax>().Any(property => property.Identifier.Text == name.Identifier.Text);

    private static bool IsPattern(SimpleNameSyntax name) => name.Parent is ConstantPatternSyntax;
}
