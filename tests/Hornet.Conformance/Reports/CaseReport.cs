using System.Text.Json;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>One case in full: what was given, what was expected, what was received.</summary>
internal static class CaseReport
{
    private const int Longest = 4000;

    public static void Write(CaseResult result, TextWriter output)
    {
        var (line, verdict) = result;
        output.WriteLine(line.Where);
        foreach (var (name, field) in line.Root.Fields())
        {
            output.WriteLine($"  {name}: {Shorten(Text(field))}");
        }

        output.WriteLine($"received: {Shorten(verdict.Received as string ?? "nothing")}");
        output.WriteLine(verdict.Outcome switch
        {
            Outcome.NotYet => $"not yet: {verdict.Text}",
            Outcome.Informational when verdict.Text.Length == 0 => "informational: agrees",
            Outcome.Informational => $"informational: {verdict.Text}",
            Outcome.OnPurpose => $"differs on purpose, see docs/conformance.md: {verdict.Text}",
            Outcome.Failed => $"failed: {verdict.Text}",
            _ => "passed",
        });
    }

    // Arrays in the file beside are shown with their elements.
    private static string Text(CorpusNode field)
    {
        if (!field.Raw.GetRawText().Contains("\"t\":", StringComparison.Ordinal))
        {
            return field.Raw.GetRawText();
        }

        return field.Raw.ValueKind switch
        {
            JsonValueKind.Array => $"[{string.Join(", ", field.Items().Select(Text))}]",
            JsonValueKind.Object when field.Find("t") is not null => ArrayText((CorpusArray)field.Value()),
            JsonValueKind.Object =>
                $"{{{string.Join(", ", field.Fields().Select(part => $"{part.Key}: {Text(part.Value)}"))}}}",
            _ => field.Raw.GetRawText(),
        };
    }

    private static string ArrayText(CorpusArray array) => array.DType.StartsWith("complex", StringComparison.Ordinal)
        ? $"{array} [{string.Join(", ", array.ToComplexes())}]"
        : $"{array} [{string.Join(", ", array.ToDoubles())}]";

    private static string Shorten(string text) => text.Length <= Longest ? text : $"{text[..Longest]}...";
}
