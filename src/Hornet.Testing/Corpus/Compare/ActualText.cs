using System.Collections;
using System.Globalization;

namespace Hornet.Testing;

/// <summary>What was computed, as a short text for messages.</summary>
internal static class ActualText
{
    public static string Of(object? actual) => CorpusText.Shorten(actual switch
    {
        null => "None",
        CorpusValue value => value.ToString(),
        bool flag => flag ? "True" : "False",
        string text => $"'{text}'",
        IActualArray array => $"{array.DType} {CorpusText.Shape(array.Shape)}",
        IActualSpec spec => $"KerasTensor {spec.DType} {CorpusText.Shape(spec.Shape)}",
        Half or float or double => CorpusText.Real(ActualScalars.ToDouble(actual)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(Of))}}}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Take(20).Select(Of))}]",
        _ => $"{actual.GetType().Name} {actual}",
    });
}
