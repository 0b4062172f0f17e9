using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Hornet.Tests;

/// <summary>Writes a constant or a default value as C# does.</summary>
internal static class ApiLiterals
{
    public static string Of(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null or DBNull => type is { IsValueType: true } ? Missing(type) : "null",
            _ when type.IsEnum => EnumMember(value, type),
            string text => SymbolDisplay.FormatLiteral(text, quote: true),
            char symbol => SymbolDisplay.FormatLiteral(symbol, quote: true),
            bool flag => flag ? "true" : "false",
            float number => $"{Text(number)}f",
            double number => Text(number),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
    }

    // The default of a struct is written null in metadata; so is that of a nullable one.
    private static string Missing(Type type) => type.IsPrimitive || type.IsEnum ? "null" : "default";

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(float number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string EnumMember(object value, Type type)
    {
        var number = Enum.ToObject(type, value);
        return Enum.IsDefined(type, number)
            ? $"{ApiTypeNames.Of(type)}.{number}"
            : $"({ApiTypeNames.Of(type)}){Convert.ToInt64(value, CultureInfo.InvariantCulture)}";
    }
}
