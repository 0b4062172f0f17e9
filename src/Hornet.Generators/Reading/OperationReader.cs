using System.Text.RegularExpressions;
using Hornet.Generators.Models;
using Hornet.Serialization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hornet.Generators.Reading;

/// <summary>The records of Hornet's ops: their parameters are Keras's, and their folders Keras's modules.</summary>
internal static class OperationReader
{
    private const string Suffix = "Op";

    private static readonly HashSet<string> s_families = ["core", "einops", "linalg", "math", "nn", "numpy"];

    /// <summary>Whether a record could be an op: not abstract, and named so.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is RecordDeclarationSyntax { Parent: ClassDeclarationSyntax { Identifier.ValueText: "Ops" } } record
        && record.Identifier.ValueText.EndsWith(Suffix, StringComparison.Ordinal)
        && !record.Modifiers.Any(SyntaxKind.AbstractKeyword);

    /// <summary>Reads an op; null where Keras has no module for it, or files cannot hold a parameter.</summary>
    public static OperationModel? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var record = (RecordDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(record, cancellation) is not INamedTypeSymbol type
            || type.ContainingType?.ToDisplayString() != "Hornet.Ops"
            || Family(record.SyntaxTree.FilePath) is not { } family)
        {
            return null;
        }

        var parameters = ConfigReading.Widest(type)?.Parameters ?? [];
        var code = parameters.Select(parameter => ReadExpression.Of(parameter.Type)).ToArray();
        return code.Any(read => read is null) ? null : new OperationModel(
            Contracts.Display(type),
            $"keras.src.ops.{family}",
            type.Name.Substring(0, type.Name.Length - Suffix.Length),
            new(parameters.Select(parameter => new NamedText(Key(parameter.Name), parameter.Name))),
            new(parameters.Select((parameter, i) => new NamedText(parameter.Name, Argument(parameter, code[i]!)))));
    }

    private static string Argument(IParameterSymbol parameter, ReadCode code)
    {
        var key = $"\"{Key(parameter.Name)}\"";
        var canBeNull = Contracts.Underlying(parameter.Type) is not null
            || parameter.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };
        return canBeNull
            ? $"config.Read<{code.Type}>({key}, default({code.Type}), static item => {code.Expression})"
            : $"config.Read<{code.Type}>({key}, static item => {code.Expression})";
    }

    // axis1, dtype: a number belongs to the word before it.
    private static string Key(string name) =>
        name == "DType" ? "dtype" : Regex.Replace(KerasCase.OfMember(name), @"_(\d)", "$1");

    private static string? Family(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        var family = parts.Length < 2 ? "" : parts[parts.Length - 2].ToLowerInvariant();
        return s_families.Contains(family) ? family : null;
    }
}
