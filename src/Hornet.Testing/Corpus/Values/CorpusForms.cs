using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Hornet.Testing;

/// <summary>Reads a value in any form of the corpus's READMEs.</summary>
internal static class CorpusForms
{
    // Python's: the sign bit of .NET's own is set.
    private static readonly double s_nan = BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000);

    private static readonly string[] s_descriptions = ["layer", "operation", "variable", "spec", "policy"];

    public static CorpusValue Parse(JsonElement json, CorpusSource source) => json.ValueKind switch
    {
        JsonValueKind.Null => CorpusNull.Instance,
        JsonValueKind.True => new CorpusBool(true),
        JsonValueKind.False => new CorpusBool(false),
        JsonValueKind.String => new CorpusString(json.GetString()!),
        JsonValueKind.Number => Number(json),
        JsonValueKind.Array => new CorpusList(Items(json, source)),
        _ => Object(json, source),
    };

    /// <summary>Whether an object is a dictionary with text as keys, and its entries.</summary>
    public static bool IsMap(JsonElement json, out JsonElement entries)
    {
        entries = default;
        return json.GetPropertyCount() == 1
            && json.TryGetProperty("m", out entries) && entries.ValueKind == JsonValueKind.Object;
    }

    // The raw text decides: 1 is an int to Python, 1.0 and 1e0 are floats.
    private static CorpusValue Number(JsonElement json)
    {
        var text = json.GetRawText();
        return text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0
            ? new CorpusFloat(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
            : new CorpusInt(BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    /// <summary>The value that an object stands for, or null where it is a plain object.</summary>
    public static CorpusValue? TryParseObject(JsonElement json, CorpusSource source)
    {
        if (ArrayForm.TryParse(json, source, out var array))
        {
            return array;
        }

        if (json.GetPropertyCount() == 0)
        {
            return null;
        }

        var first = json.EnumerateObject().First();
        return json.GetPropertyCount() == 1 && FromSingle(first, source) is { } single ? single
            : s_descriptions.Contains(first.Name) ? new CorpusDescription(first.Name, json)
            : null;
    }

    private static CorpusValue Object(JsonElement json, CorpusSource source) => TryParseObject(json, source)
        ?? throw source.Error("Expected a value in a form of the corpus's README; "
            + "a plain object is read by its fields, or as a map. "
            + $"Received: {CorpusText.Shorten(json.GetRawText())}");

    private static CorpusValue? FromSingle(JsonProperty form, CorpusSource source) =>
        (form.Name, form.Value.ValueKind) switch
        {
            ("m", JsonValueKind.Object) => new CorpusMap(Entries(form.Value, source)),
            ("k", JsonValueKind.Object) => ArrayForm.ParseSpec(form.Value, source),
            ("o", JsonValueKind.Object) => ParseObject(form.Value, source),
            (_, JsonValueKind.Array) => FromList(form.Name, form.Value, source),
            (_, JsonValueKind.String) => FromText(form.Name, form.Value.GetString()!),
            ("ellipsis", JsonValueKind.True) => new CorpusEllipsis(),
            ("newaxis", JsonValueKind.True) => new CorpusNewAxis(),
            _ => null,
        };

    private static CorpusValue? FromList(string form, JsonElement json, CorpusSource source) => form switch
    {
        "tuple" => new CorpusTuple(Items(json, source)),
        "set" => new CorpusSet(Items(json, source)),
        "pairs" => new CorpusPairs(CorpusPairsKind.Pairs, Pairs(json, source)),
        "dict" => new CorpusPairs(CorpusPairsKind.Dict, Pairs(json, source)),
        "od" => new CorpusPairs(CorpusPairsKind.OrderedDict, Pairs(json, source)),
        "c" => ParseComplex(json, source),
        "slice" => ParseSlice(json, source),
        "seed" => ParseSeed(json, source),
        _ => null,
    };

    private static CorpusValue? FromText(string form, string text) => form switch
    {
        "f" => NonFinite(text) is { } number ? new CorpusFloat(number) : null,
        "dtype" => new CorpusDType(text),
        "bytes" => new CorpusBytes(text),
        "fn" => new CorpusFunction(text),
        "ref" => new CorpusReference(text),
        "cls" => new CorpusClass(text),
        "path" => new CorpusPath(text),
        "tmp" => new CorpusScratch(text),
        _ => null,
    };

    /// <summary>A number that JSON has no digits for, or null.</summary>
    public static double? NonFinite(string? text) => text switch
    {
        "nan" => s_nan,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => null,
    };

    /// <summary>A number as a double: digits, or one that JSON has no digits for.</summary>
    public static double Real(JsonElement json, CorpusSource source) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String when NonFinite(json.GetString()) is { } number => number,
        JsonValueKind.Object when Parse(json, source) is CorpusFloat number => number.Value,
        _ => throw source.Error($"Expected a number. Received: {CorpusText.Shorten(json.GetRawText())}"),
    };

    private static CorpusObject ParseObject(JsonElement json, CorpusSource source) =>
        json.TryGetProperty("class_name", out _) && json.TryGetProperty("config", out _)
            ? new CorpusObject(json)
            : throw source.Error("Expected a serialized Keras object with class_name and config. "
                + $"Received: {CorpusText.Shorten(json.GetRawText())}");

    private static CorpusComplex ParseComplex(JsonElement json, CorpusSource source)
    {
        Require(json, 2, "a complex number as [real, imaginary]", source);
        return new CorpusComplex(new Complex(Real(json[0], source), Real(json[1], source)));
    }

    private static CorpusSlice ParseSlice(JsonElement json, CorpusSource source)
    {
        Require(json, 3, "a slice as [start, stop, step]", source);
        long?[] parts = [.. json.EnumerateArray().Select(part => Parse(part, source) switch
        {
            CorpusNull => (long?)null,
            CorpusInt number => number.ToInt64(),
            var other => throw source.Error($"Expected the bounds of a slice as integers or null. Received: {other}."),
        })];
        return new CorpusSlice(parts[0], parts[1], parts[2]);
    }

    private static CorpusSeed ParseSeed(JsonElement json, CorpusSource source)
    {
        Require(json, 2, "a seed as two words of 32 bits", source);
        return json[0].TryGetUInt32(out var first) && json[1].TryGetUInt32(out var second)
            ? new CorpusSeed(first, second)
            : throw source.Error($"Expected a seed as two words of 32 bits. Received: {json.GetRawText()}");
    }

    private static void Require(JsonElement json, int length, string what, CorpusSource source)
    {
        if (json.GetArrayLength() != length)
        {
            throw source.Error($"Expected {what}. Received: {CorpusText.Shorten(json.GetRawText())}");
        }
    }

    private static List<CorpusValue> Items(JsonElement json, CorpusSource source)
    {
        var items = new List<CorpusValue>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            items.Add(Parse(item, source));
        }

        return items;
    }

    private static List<KeyValuePair<string, CorpusValue>> Entries(JsonElement json, CorpusSource source) =>
        [.. json.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, Parse(entry.Value, source)))];

    private static List<KeyValuePair<CorpusValue, CorpusValue>> Pairs(JsonElement json, CorpusSource source) =>
        [.. json.EnumerateArray().Select(pair =>
            pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
                ? KeyValuePair.Create(Parse(pair[0], source), Parse(pair[1], source))
                : throw source.Error($"Expected a pair of key and value. Received: {pair.GetRawText()}"))];
}
