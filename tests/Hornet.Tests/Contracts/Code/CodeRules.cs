using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hornet.Tests;

/// <summary>What a C# file may not hold. Each rule gives its breaches, one text each.</summary>
internal static partial class CodeRules
{
    public const int MostLines = 300;
    public const int MostColumns = 120;
    public const int MostMethodLines = 40;

    public static IEnumerable<string> LongFiles(SourceFile file) =>
        file.Lines.Length - 1 is var count && count > MostLines
            ? [$"{file.Path}: {count} lines, at most {MostLines}: split it by idea"]
            : [];

    public static IEnumerable<string> LongLines(SourceFile file) => file.Lines
        .Select((line, i) => (Number: i + 1, line.TrimEnd('\r').Length))
        .Where(line => line.Length > MostColumns)
        .Select(line => $"{file.Path}:{line.Number}: {line.Length} columns, at most {MostColumns}");

    /// <summary>From the first token of the declaration to its last, comments above it left out.</summary>
    public static IEnumerable<string> LongMethods(SourceFile file) =>
        from node in file.Syntax.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let span = node.GetLocation().GetLineSpan()
        let count = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where count > MostMethodLines
        select $"{file.Path}:{SourceFile.LineOf(node)}: {count} lines in one method, at most {MostMethodLines}";

    public static IEnumerable<string> UnsafeCode(SourceFile file) =>
        from token in file.Syntax.DescendantTokens()
        where token.IsKind(SyntaxKind.UnsafeKeyword)
        select $"{file.Path}:{SourceFile.LineOf(token.Parent!)}: unsafe code stands in Hornet.Native only";

    public static IEnumerable<string> Unfinished(SourceFile file) => file.Lines
        .Select((line, i) => (Number: i + 1, Match: UnfinishedWords().Match(line)))
        .Where(line => line.Match.Success)
        .Select(line => $"{file.Path}:{line.Number}: {line.Match.Value}: finish it, or take it out");

    [GeneratedRegex(@"\b(NotImplementedException|TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex UnfinishedWords();
}
