using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Numbers as Python prints them: the shortest digits that read back as the same number.</summary>
internal static class PythonNumber
{
    // Outside of these powers of ten Python writes an exponent.
    private const int SmallestPlain = -4;
    private const int LargestPlain = 15;

    /// <summary>A JSON number with Python's text: 1.0 stays <c>1.0</c>.</summary>
    public static JsonNode ToJson<T>(T value)
        where T : IBinaryFloatingPointIeee754<T> => T.IsFinite(value)
        ? JsonNode.Parse(ToText(value))!
        : JsonValue.Create(double.CreateChecked(value));

    /// <summary>Python's <c>repr</c> of a float.</summary>
    public static string ToText<T>(T value)
        where T : IBinaryFloatingPointIeee754<T>
    {
        if (!T.IsFinite(value))
        {
            return T.IsNaN(value) ? "nan" : T.IsPositive(value) ? "inf" : "-inf";
        }

        // "R" gives the shortest digits: -1.5E-07, 120, 0.001.
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var (digits, power) = Split(text[sign.Length..]);
        return sign + (power is < SmallestPlain or > LargestPlain
            ? Scientific(digits, power)
            : Plain(digits, power));
    }

    // The significant digits without a point, and the power of ten of the first: 0.00120 is ("12", -3).
    private static (string Digits, int Power) Split(string text)
    {
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = exponent < 0 ? text : text[..exponent];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var zeros = all.Length - all.TrimStart('0').Length;
        var digits = all[zeros..].TrimEnd('0');
        return digits.Length == 0
            ? ("0", 0)
            : (digits, whole - 1 - zeros + (exponent < 0 ? 0 : ParseExponent(text[(exponent + 1)..])));
    }

    private static int ParseExponent(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Scientific(string digits, int power)
    {
        var fraction = digits.Length == 1 ? "" : $".{digits[1..]}";
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{power:+00;-00}");
    }

    private static string Plain(string digits, int power)
    {
        if (power < 0)
        {
            return $"0.{new string('0', -power - 1)}{digits}";
        }

        var whole = digits.PadRight(power + 1, '0');
        return whole.Length == power + 1 ? $"{whole}.0" : $"{whole[..(power + 1)]}.{whole[(power + 1)..]}";
    }
}
