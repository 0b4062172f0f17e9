using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hornet;

/// <summary>A text brought to a width: broken between words, cut where one word is too long, and padded.</summary>
internal static partial class CellText
{
    public static List<string> Lay(string text, int width, Justify justify)
    {
        width = Math.Max(width, 0);
        return [.. Break(text, width).Select(line => Pad(line, width, justify))];
    }

    /// <summary>How many columns of a console a text takes.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(Width);

    // A word has the spaces around it; those after it may be beyond the width.
    private static List<string> Break(string text, int width)
    {
        var lines = new List<string> { string.Empty };
        var used = 0;
        foreach (var word in Words().Matches(text).Select(match => match.Value))
        {
            if (width - used < Width(word.TrimEnd()) && used > 0)
            {
                lines.Add(string.Empty);
                used = 0;
            }

            lines[^1] += word;
            used += Width(word);
        }

        return lines;
    }

    private static string Pad(string line, int width, Justify justify)
    {
        if (Width(line) > width || justify != Justify.Left)
        {
            line = line.TrimEnd();
        }

        line = Cut(line, width);
        var room = width - Width(line);
        var left = justify switch
        {
            Justify.Right => room,
            Justify.Center => room / 2,
            _ => 0,
        };
        return $"{new string(' ', left)}{line}{new string(' ', room - left)}";
    }

    private static string Cut(string line, int width)
    {
        if (Width(line) <= width || width == 0)
        {
            return width == 0 ? string.Empty : line;
        }

        var kept = new StringBuilder();
        var used = 0;
        foreach (var rune in line.EnumerateRunes().TakeWhile(rune => (used += Width(rune)) < width))
        {
            kept.Append(rune.ToString());
        }

        var text = kept.ToString();
        return $"{text}{new string(' ', width - 1 - Width(text))}…";
    }

    // Ideographs and emoji take two columns, marks on other letters none.
    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    private static bool IsWide(int code) =>
        code is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF)
            or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F)
            or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
            or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);

    [GeneratedRegex(@"\s*\S+\s*")]
    private static partial Regex Words();
}
