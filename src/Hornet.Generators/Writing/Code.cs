using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Hornet.Generators.Writing;

/// <summary>Lines of C#, indented by their braces.</summary>
internal sealed class Code
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A name that may be a keyword.</summary>
    public static string Name(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
        && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";

    /// <summary>A text as a literal.</summary>
    public static string Text(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    public Code Line(string line = "")
    {
        _text.Append(line.Length == 0 ? "" : new string(' ', 4 * _depth)).Append(line).Append('\n');
        return this;
    }

    public Code Open(string header)
    {
        Line(header).Line("{");
        _depth++;
        return this;
    }

    public Code Close(string end = "}")
    {
        _depth--;
        return Line(end);
    }

    public Code Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }

        return this;
    }

    public override string ToString() => _text.ToString();
}
