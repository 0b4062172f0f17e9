using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hornet.Tests;

/// <summary>Which test belongs to which type: tests mirror the source path for path.</summary>
internal sealed class TestIndex(IReadOnlyCollection<SourceFile> files)
{
    private const string Source = "src/Hornet/";
    private const string Tests = "tests/Hornet.Tests/";

    private readonly ILookup<string, string> _sourcesOf = files
        .Where(file => file.Path.StartsWith(Source, StringComparison.Ordinal))
        .SelectMany(file => Types(file).Select(type => (Name: type, file.Path)))
        .ToLookup(item => item.Name, item => item.Path);

    private readonly SourceFile[] _tests =
        [.. files.Where(file => file.Path.StartsWith(Tests, StringComparison.Ordinal))];

    /// <summary>
    /// Whether a class of tests in the folder of this kind is named after the type, with or without the kind
    /// (<c>HuberTests</c>, <c>HuberLossTests</c>), or the tests of the file that declares it (a family) name it.
    /// </summary>
    /// <param name="type">The name of the type's declaration.</param>
    /// <param name="name">What users call it.</param>
    /// <param name="folder">The folder below src/Hornet: <c>Losses</c>.</param>
    public bool HasTests(string type, string name, string folder)
    {
        string[] titles = [$"{name}Tests", $"{name}{Singular(folder)}Tests"];
        return _tests.Where(file => file.Path.StartsWith($"{Tests}{folder}/", StringComparison.Ordinal))
                .SelectMany(Types).Any(titles.Contains)
            || _sourcesOf[type].Where(path => path.StartsWith($"{Source}{folder}/", StringComparison.Ordinal))
                .Any(path => FamilyNames(path, name));
    }

    private bool FamilyNames(string source, string name)
    {
        var path = $"{Tests}{source[Source.Length..^".cs".Length]}Tests.cs";
        return _tests.Where(file => file.Path == path)
            .SelectMany(file => file.Syntax.DescendantTokens())
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Text == name);
    }

    // Layers: Layer, Losses: Loss, Ops: Op.
    private static string Singular(string folder) =>
        folder.EndsWith("sses", StringComparison.Ordinal) ? folder[..^2] : folder.TrimEnd('s');

    private static IEnumerable<string> Types(SourceFile file) =>
        file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text);
}
