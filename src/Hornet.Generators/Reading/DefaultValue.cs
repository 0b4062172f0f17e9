using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hornet.Generators.Reading;

/// <summary>A parameter's default value as C#.</summary>
internal static class DefaultValue
{
    public static string Of(IParameterSymbol parameter)
    {
        var value = parameter.ExplicitDefaultValue;
        var type = Contracts.Underlying(parameter.Type) ?? parameter.Type;
        return value switch
        {
            null => parameter.Type.IsReferenceType ? "null!" : $"default({Contracts.Display(parameter.Type)})",
            _ when type.TypeKind == TypeKind.Enum => $"({Contracts.Display(type)})({Number(value)})",
            double number when double.IsNaN(number) || double.IsInfinity(number) => $"double.{Special(number)}",
            float number when float.IsNaN(number) || float.IsInfinity(number) => $"float.{Special(number)}",
            double number => $"{number.ToString("R", CultureInfo.InvariantCulture)}d",
            float number => $"{number.ToString("R", CultureInfo.InvariantCulture)}f",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
        };
    }

    private static string Number(object value) => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);

    private static string Special(double number) =>
        double.IsNaN(number) ? "NaN" : number > 0 ? "PositiveInfinity" : "NegativeInfinity";
}
