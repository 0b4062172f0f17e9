using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hornet.Tests;

/// <summary>Makes a file of a snippet: its types stand in a namespace, its statements in a method.</summary>
internal static class SnippetSource
{
    public const string ClassName = "Snippet__";
    public const string MethodName = "Run";
    public const string PreludeName = "Prelude__";

    // What a new .NET project imports by itself.
    private static readonly string[] s_implicit =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading",
        "System.Threading.Tasks",
    ];

    /// <param name="snippet">The code as the documentation shows it.</param>
    /// <param name="space">A namespace of its own.</param>
    /// <param name="imports">What is imported for it where it imports nothing itself.</param>
    public static string Write(Snippet snippet, string space, IEnumerable<string> imports)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(Statement(snippet.Text)).GetRoot();
        var text = new StringBuilder();
        var own = imports.Where(name => IsFor(snippet.Place, name));
        foreach (var name in root.Usings.Count > 0 ? s_implicit : s_implicit.Concat(own))
        {
            text.AppendLine($"using {name};");
        }

        Append(text, snippet, root.Usings);
        if (root.Members.OfType<BaseNamespaceDeclarationSyntax>().Any())
        {
            Append(text, snippet, root.Members);
            return text.ToString();
        }

        var statements = root.Members.OfType<GlobalStatementSyntax>().ToArray();
        var isAsync = statements.SelectMany(one => one.DescendantNodes()).OfType<AwaitExpressionSyntax>().Any();
        text.AppendLine($"namespace {space};");
        Append(text, snippet, root.Members.Except(statements));
        text.AppendLine($"public sealed class {ClassName} : global::{PreludeName}").AppendLine("{");
        text.AppendLine($"public {(isAsync ? "async Task<object?>" : "object?")} {MethodName}()").AppendLine("{");
        Append(text, snippet, statements);
        return text.AppendLine("return null;").AppendLine("}").AppendLine("}").ToString();
    }

    /// <summary>A class with the variables that snippets may use without declaring them.</summary>
    public static string WritePrelude(IEnumerable<string> declarations, IEnumerable<string> imports)
    {
        var usings = s_implicit.Concat(imports).Select(name => $"using {name};");
        var fields = declarations.Select(line => $"protected {line}");
        return string.Join('\n', [.. usings, $"public abstract class {PreludeName}", "{", .. fields, "}"]);
    }

    // Losses and metrics share class names, layers and initializers too: an example imports what its own kind does.
    private static bool IsFor(string place, string import) => import switch
    {
        "Hornet.Losses" => !place.Contains(":Hornet.Metrics.", StringComparison.Ordinal),
        "Hornet.Metrics" => place.Contains(":Hornet.Metrics.", StringComparison.Ordinal)
            || !place.Contains(":Hornet.Losses.", StringComparison.Ordinal),
        "Hornet.Initializers" => !place.Contains(":Hornet.Layers.", StringComparison.Ordinal),
        _ => true,
    };

    // "Ops.Relu(x) // [0, 1]" is an expression: its value is dropped.
    private static string Statement(string text)
    {
        if (SyntaxFactory.ParseExpression(text).ContainsDiagnostics)
        {
            return text;
        }

        var statement = SyntaxFactory.ParseStatement($"{text}\n;");
        return statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax }
            ? $"{text}\n;"
            : $"_ = {text}\n;";
    }

    private static void Append(StringBuilder text, Snippet snippet, IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            var line = node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line + snippet.Line;
            text.AppendLine($"#line {line} \"{snippet.Place}\"").AppendLine(node.ToFullString().TrimEnd());
        }

        text.AppendLine("#line default");
    }
}
