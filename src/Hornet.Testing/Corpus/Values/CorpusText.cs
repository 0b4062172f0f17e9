using System.Globalization;

namespace Hornet.Testing;

/// <summary>Values as short texts, much as Python writes them.</summary>
internal static class CorpusText
{
    private const int Longest = 160;

    public static string Of(CorpusValue value) => value switch
    {
        CorpusNull => "None",
        CorpusBool flag => flag.Value ? "True" : "False",
        CorpusInt number => number.Value.ToString(CultureInfo.InvariantCulture),
        CorpusFloat number => Real(number.Value),
        CorpusComplex number => $"({Real(number.Value.Real)}, {Real(number.Value.Imaginary)}j)",
        CorpusBytes bytes => $"b'{bytes.Value}'",
        CorpusString text => $"'{text.Value}'",
        CorpusTuple tuple => $"({Join(tuple.Items)})",
        CorpusSet set => $"set({Join(set.Items)})",
        CorpusSequence list => $"[{Join(list.Items)}]",
        CorpusMap map => $"{{{Join(map.Entries.Select(entry => $"'{entry.Key}': {entry.Value}"))}}}",
        CorpusPairs pairs => $"{{{Join(pairs.Entries.Select(entry => $"{entry.Key}: {entry.Value}"))}}}",
        CorpusArray array => $"{array.DType} {Shape(array.Shape)}",
        CorpusKerasTensor spec => $"KerasTensor {spec.DType} {Shape(spec.Shape)}",
        CorpusSlice slice => $"slice({Bound(slice.Start)}, {Bound(slice.Stop)}, {Bound(slice.Step)})",
        CorpusEllipsis => "...",
        CorpusNewAxis => "newaxis",
        CorpusSeed seed => $"SeedGenerator[{seed.First}, {seed.Second}]",
        CorpusObject config => $"{config.ClassName}({Shorten(config.Config.GetRawText())})",
        CorpusName named => $"{named.GetType().Name["Corpus".Length..]} '{named.Name}'",
        CorpusDescription description => Shorten(description.Json.GetRawText()),
        _ => value.GetType().Name,
    };

    public static string Shape(IEnumerable<int> axes) => $"({string.Join(", ", axes)})";

    public static string Shape(IEnumerable<int?> axes) =>
        $"({string.Join(", ", axes.Select(axis => axis?.ToString(CultureInfo.InvariantCulture) ?? "None"))})";

    public static string Real(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsInteger(value) && !text.Contains('E', StringComparison.Ordinal) ? $"{text}.0" : text;
    }

    public static string Type(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? $"{inner.Name}?" : type.Name;

    public static string Shorten(string text) => text.Length <= Longest ? text : $"{text[..(Longest - 3)]}...";

    private static string Join<T>(IEnumerable<T> items) => Shorten(string.Join(", ", items));

    private static string Bound(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "None";
}
