using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hornet.Tests;

/// <summary>A C# file: its path from the root of the repository, its text and its syntax.</summary>
internal sealed class SourceFile(string path, string text)
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private SyntaxNode? _syntax;

    public string Path => path;

    public string Text => text;

    public SyntaxNode Syntax => _syntax ??= CSharpSyntaxTree.ParseText(Text, s_options, Path).GetRoot();

    public string[] Lines => Text.Split('\n');

    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
