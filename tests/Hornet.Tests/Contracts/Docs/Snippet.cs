using System.Xml.Linq;

namespace Hornet.Tests;

/// <summary>A piece of C# that the documentation shows.</summary>
/// <param name="Place">The file, or the id of the member whose comment it is.</param>
/// <param name="Line">The line of the place on which it begins.</param>
/// <param name="Text">The code.</param>
/// <param name="Tag">What follows <c>csharp</c> in a Markdown fence: <c>run</c>, <c>prelude</c> or nothing.</param>
internal sealed record Snippet(string Place, int Line, string Text, string Tag)
{
    /// <summary>An example of an XML comment: it runs wherever it can.</summary>
    public const string Example = "example";

    /// <summary>The fences of a Markdown file that say csharp.</summary>
    public static IEnumerable<Snippet> InMarkdown(string place, string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, line => line.StartsWith("```", StringComparison.Ordinal));
            end = end < 0 ? lines.Length : end;
            if (lines[i][3..].Split(' ') is ["csharp", .. var tags])
            {
                yield return new(place, i + 2, string.Join('\n', lines[(i + 1)..end]), string.Join(' ', tags));
            }

            i = end;
        }
    }

    /// <summary>The <c>code</c> of every <c>example</c> in the XML documentation of an assembly.</summary>
    public static IEnumerable<Snippet> InXml(XDocument documentation) =>
        from member in documentation.Descendants("member")
        from code in member.Descendants("example").Descendants("code")
        select new Snippet((string)member.Attribute("name")!, 1, code.Value.Trim('\n', '\r'), Example);
}
