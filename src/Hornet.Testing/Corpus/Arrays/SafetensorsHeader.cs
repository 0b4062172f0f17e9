using System.Text.Json;

namespace Hornet.Testing;

/// <summary>Reads the header of a file of arrays and checks that every array lies inside the file.</summary>
internal static class SafetensorsHeader
{
    private const string Metadata = "__metadata__";

    private static readonly Dictionary<string, string> s_dtypes = new()
    {
        ["BOOL"] = "bool",
        ["U8"] = "uint8",
        ["U16"] = "uint16",
        ["U32"] = "uint32",
        ["U64"] = "uint64",
        ["I8"] = "int8",
        ["I16"] = "int16",
        ["I32"] = "int32",
        ["I64"] = "int64",
        ["F8_E4M3"] = "float8_e4m3fn",
        ["F8_E5M2"] = "float8_e5m2",
        ["F16"] = "float16",
        ["BF16"] = "bfloat16",
        ["F32"] = "float32",
        ["F64"] = "float64",
        ["C64"] = "complex64",
    };

    public static Dictionary<string, SafetensorsEntry> Parse(byte[] header, long start, long fileLength, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(header);
            return json.RootElement.EnumerateObject().Where(field => field.Name != Metadata)
                .Select(field => Entry(field, start, fileLength))
                .ToDictionary(entry => entry.Name);
        }
        catch (Exception cause) when (cause is JsonException or FormatException or InvalidOperationException
            or ArgumentException or OverflowException or KeyNotFoundException)
        {
            throw new CorpusFormatException($"{path}: The header is malformed. {cause.Message}", cause);
        }
    }

    private static SafetensorsEntry Entry(JsonProperty field, long start, long fileLength)
    {
        var code = field.Value.GetProperty("dtype").GetString()!;
        var dtype = s_dtypes.GetValueOrDefault(code)
            ?? throw new FormatException($"Expected a known dtype of '{field.Name}'. Received: '{code}'.");
        int[] shape = [.. field.Value.GetProperty("shape").EnumerateArray().Select(axis => axis.GetInt32())];
        var offsets = field.Value.GetProperty("data_offsets");
        var (first, last) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        if (shape.Any(axis => axis < 0) || first < 0 || last < first || last > fileLength - start)
        {
            throw new FormatException($"Expected '{field.Name}' inside the {fileLength - start} bytes of arrays. "
                + $"Received: the bytes {first} to {last}, shape {CorpusText.Shape(shape)}.");
        }

        var length = shape.Aggregate(ElementCodec.Of(dtype).Size, (product, axis) => checked(product * axis));
        return length == last - first
            ? new SafetensorsEntry(field.Name, dtype, shape, start + first, length)
            : throw new FormatException($"Expected {length} bytes of '{field.Name}', which is {dtype} "
                + $"{CorpusText.Shape(shape)}. Received: {last - first}.");
    }
}
