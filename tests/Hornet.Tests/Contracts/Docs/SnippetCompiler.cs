using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hornet.Tests;

/// <summary>Compiles all snippets of the documentation together, and runs those that are complete.</summary>
internal sealed class SnippetCompiler
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);

    private readonly (Snippet Snippet, string Space, SyntaxTree Tree)[] _snippets;
    private readonly SyntaxTree _prelude;

    public SnippetCompiler(IEnumerable<Snippet> snippets, IReadOnlyCollection<Assembly> assemblies)
    {
        var all = snippets.ToArray();
        var imports = Imports(assemblies).ToArray();
        var declarations = all.Where(one => one.Tag is "prelude").SelectMany(one => one.Text.Split('\n'));
        _prelude = Parse(SnippetSource.WritePrelude(declarations, imports));
        _snippets = [.. all.Where(one => one.Tag is not "prelude")
            .Select((one, i) => (one, $"Snippet{i}", Parse(SnippetSource.Write(one, $"Snippet{i}", imports))))];
    }

    /// <summary>The compiler's errors, those of the prelude first.</summary>
    public IEnumerable<(Snippet? Snippet, Diagnostic Error)> Errors() =>
        from error in Compile(_snippets.Select(one => one.Tree)).GetDiagnostics()
        where error.Severity == DiagnosticSeverity.Error
        let owner = _snippets.FirstOrDefault(one => one.Tree == error.Location.SourceTree).Snippet
        orderby owner is null ? 0 : 1
        select (owner, error);

    /// <summary>Runs the snippets that compile and are complete; gives what failed.</summary>
    public IEnumerable<string> Run()
    {
        var bad = Errors().Select(error => error.Error.Location.SourceTree).ToHashSet();
        var good = _snippets.Where(one => !bad.Contains(one.Tree)).ToArray();
        var compilation = Compile(good.Select(one => one.Tree));
        var chosen = good.Where(one => IsToRun(one.Snippet, one.Tree, compilation)).ToArray();
        if (chosen.Length == 0 || bad.Contains(_prelude))
        {
            return [];
        }

        var assembly = Fixture.Load(compilation);
        return chosen.SelectMany(one => Run(one.Snippet, assembly.GetType($"{one.Space}.{SnippetSource.ClassName}")!));
    }

    // Everything public, as if a user had imported it all, and the functions of the class Keras by their bare names.
    private static IEnumerable<string> Imports(IReadOnlyCollection<Assembly> assemblies)
    {
        var types = assemblies.SelectMany(assembly => assembly.GetExportedTypes()).ToArray();
        var keras = types.Where(type => type.FullName is "Hornet.Keras").Select(type => $"static {type.FullName}");
        return types.Select(type => type.Namespace).OfType<string>().Distinct().Concat(keras);
    }

    private static IEnumerable<string> Run(Snippet snippet, Type type)
    {
        try
        {
            var result = type.GetMethod(SnippetSource.MethodName)!.Invoke(Activator.CreateInstance(type), null);
            (result as Task)?.GetAwaiter().GetResult();
            return [];
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            var cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
            return [$"{snippet.Place}:{snippet.Line}: {cause.GetType().Name}: {cause.Message}"];
        }
    }

    // A Markdown block runs where it says so; an example runs if it uses nothing of the prelude.
    private static bool IsToRun(Snippet snippet, SyntaxTree tree, Compilation compilation)
    {
        var nodes = tree.GetRoot().DescendantNodes().ToArray();
        if (!nodes.OfType<ClassDeclarationSyntax>().Any(one => one.Identifier.Text is SnippetSource.ClassName))
        {
            return false;
        }

        var model = compilation.GetSemanticModel(tree);
        var owners = nodes.OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .OfType<IFieldSymbol>()
            .Select(field => field.ContainingType.Name);
        return snippet.Tag is "run" || (snippet.Tag is Snippet.Example && !owners.Contains(SnippetSource.PreludeName));
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, s_parse);

    private Compilation Compile(IEnumerable<SyntaxTree> trees)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(
            $"Documentation{Guid.NewGuid():N}", [_prelude, .. trees], Fixture.References, options);
        CSharpGeneratorDriver.Create(Generators(), parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        return complete;
    }

    // A user's build runs Hornet's generators too.
    private static IEnumerable<ISourceGenerator> Generators() => Assembly.Load("Hornet.Generators").GetTypes()
        .Where(type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type))
        .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
}
