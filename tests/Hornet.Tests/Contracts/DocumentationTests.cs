using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hornet.Tests;

/// <summary>What the documentation shows compiles, and runs where it is complete.</summary>
public sealed partial class DocumentationTests
{
    private static readonly Assembly[] s_shipped =
        [Assembly.Load("Hornet.Native"), Assembly.Load("Hornet"), Assembly.Load("Hornet.Testing")];

    private static readonly SnippetCompiler s_documentation = new(Markdown().Concat(Examples()), s_shipped);

    [Fact]
    public void What_the_documentation_shows_compiles() =>
        Rules.Hold(
            s_documentation.Errors().Where(error => !WaitsForTheEngine(error.Error)).Select(error => Text(error.Error)),
            "Expected code that compiles. CONTRIBUTING.md says which variables an example may use undeclared.");

    [Fact]
    public void What_the_documentation_shows_runs() =>
        Rules.Hold(s_documentation.Run(), "Expected code that runs.");

    [Fact]
    public void Links_between_files_lead_somewhere() =>
        Rules.Hold(
            from path in MarkdownFiles()
            from Match link in Links().Matches(File.ReadAllText(path))
            let target = link.Groups[1].Value
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target))
            select $"{Repository.RelativePath(path)}: {target}",
            "Expected links to files that exist.");

    [Fact]
    public void Errors_name_the_place_and_the_line()
    {
        var snippets = Snippet.InMarkdown("a.md", "Text\n```csharp\nvar i = 1;\nint j = \"\";\n```\n```text\n!\n```\n");
        var error = Assert.Single(new SnippetCompiler(snippets, []).Errors()).Error;

        Assert.StartsWith("a.md:4: CS0029", Text(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_snippets_run_and_others_only_compile()
    {
        const string Throw = "throw new InvalidOperationException(\"ran\");";
        Snippet[] snippets =
        [
            new("prelude", 1, "string word;\nint[] list;", "prelude"),
            new("run", 1, $"await Task.Yield();\nA.B();\nclass A {{ public static void B() => {Throw} }}", "run"),
            new("shown", 1, Throw, string.Empty),
            new("complete", 1, "Enumerable.Range(0, 3).ToArray()[5] // 5", Snippet.Example),
            new("incomplete", 1, "return word.Length;", Snippet.Example),
            new("own usings", 1, "using static System.Math;\nif (Max(1, 2) != 2) { throw new Exception(); }", "run"),
            new("whole file", 1, "namespace N;\nclass A;", "run"),
            new("broken", 1, "Nothing.At.All();", "run"),
        ];
        var compiler = new SnippetCompiler(snippets, []);

        Assert.Equal(["broken"], compiler.Errors().Select(error => error.Snippet?.Place));
        Assert.Equal(["run:1: InvalidOperationException", "complete:1: IndexOutOfRangeException"],
            compiler.Run().Select(failure => string.Join(':', failure.Split(':')[..3])));
    }

    [Fact]
    public void Examples_are_found_in_XML_comments()
    {
        var xml = XDocument.Parse(
            "<doc><member name='M:A.B'><example>Text <code>\n a &lt; b\n</code></example></member></doc>");

        Assert.Equal([new Snippet("M:A.B", 1, " a < b", Snippet.Example)], Snippet.InXml(xml));
    }

    private static IEnumerable<string> MarkdownFiles() =>
        Directory.GetFiles(Repository.Root, "*.md").Concat(Repository.Files("docs", "*.md"));

    private static IEnumerable<Snippet> Markdown() => MarkdownFiles()
        .SelectMany(path => Snippet.InMarkdown(Repository.RelativePath(path), File.ReadAllText(path)));

    // Internal members have comments too, but nobody outside can run them.
    private static IEnumerable<Snippet> Examples()
    {
        var compilation = CSharpCompilation.Create("Names", references: Fixture.References);
        return from assembly in s_shipped
               let path = Path.ChangeExtension(assembly.Location, ".xml")
               where File.Exists(path)
               from snippet in Snippet.InXml(XDocument.Load(path, LoadOptions.PreserveWhitespace))
               where IsPublic(DocumentationCommentId.GetFirstSymbolForDeclarationId(snippet.Place, compilation))
               select snippet;
    }

    private static bool IsPublic(ISymbol? symbol) =>
        symbol is INamespaceSymbol || (symbol is
        {
            DeclaredAccessibility: Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        } && IsPublic(symbol.ContainingSymbol));

    // Until there is a Model, the documentation may name what is not there yet. From then on this excuses nothing.
    private static bool WaitsForTheEngine(Diagnostic error) =>
        s_shipped[1].GetType("Hornet.Model") is null && error.Id is "CS0103" or "CS0234" or "CS0246";

    private static string Text(Diagnostic error)
    {
        var place = error.Location.GetMappedLineSpan();
        return $"{place.Path}:{place.StartLinePosition.Line + 1}: {error.Id}: {error.GetMessage()}";
    }

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)")]
    private static partial Regex Links();
}
