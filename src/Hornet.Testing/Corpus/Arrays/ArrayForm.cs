using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hornet.Testing;

/// <summary>Reads arrays, whose elements stand in the line or in the file beside it, and specs of tensors.</summary>
internal static class ArrayForm
{
    private static readonly string[] s_keys = ["d", "s", "v", "t", "np", "var"];

    public static bool TryParse(JsonElement json, CorpusSource source, [NotNullWhen(true)] out CorpusArray? array)
    {
        array = null;
        if (!json.TryGetProperty("d", out var dtype) || dtype.ValueKind != JsonValueKind.String
            || !json.TryGetProperty("s", out var shape) || shape.ValueKind != JsonValueKind.Array
            || json.EnumerateObject().Any(field => !s_keys.Contains(field.Name)))
        {
            return false;
        }

        var values = json.TryGetProperty("v", out var listed) ? listed : (JsonElement?)null;
        var key = json.TryGetProperty("t", out var named) ? named : (JsonElement?)null;
        if (values is null == key is null)
        {
            throw source.Error("Expected an array with either its elements (v) or their key (t). "
                + $"Received: {CorpusText.Shorten(json.GetRawText())}");
        }

        var codec = Codec(dtype.GetString()!, source);
        array = values is { } elements
            ? Listed(codec, Axes(shape, source), elements, source)
            : Named(codec, Axes(shape, source), key!.Value.GetString()!, source);
        array = array with
        {
            FromNumPy = json.TryGetProperty("np", out _),
            FromVariable = json.TryGetProperty("var", out _),
        };
        return true;
    }

    public static CorpusKerasTensor ParseSpec(JsonElement json, CorpusSource source)
    {
        if (!json.TryGetProperty("s", out var shape) || shape.ValueKind != JsonValueKind.Array
            || !json.TryGetProperty("d", out var dtype) || dtype.ValueKind != JsonValueKind.String)
        {
            throw source.Error(
                $"Expected a KerasTensor with a shape (s) and a dtype (d). Received: {json.GetRawText()}");
        }

        int?[] axes = [.. shape.EnumerateArray()
            .Select(axis => axis.ValueKind == JsonValueKind.Null ? (int?)null : Axis(axis, source))];
        var sparse = json.TryGetProperty("sparse", out var flag) && flag.ValueKind == JsonValueKind.True;
        return new CorpusKerasTensor(Codec(dtype.GetString()!, source).Name, axes, sparse);
    }

    private static CorpusArray Listed(ElementCodec codec, int[] shape, JsonElement values, CorpusSource source)
    {
        var parts = codec.Kind == ElementKind.Complex ? 2 : 1;
        var size = Size(shape, source);
        if (values.ValueKind != JsonValueKind.Array || values.GetArrayLength() != size * parts)
        {
            throw source.Error(
                $"Expected {size * parts} elements for the shape {CorpusText.Shape(shape)} of {codec.Name}. "
                + $"Received: {CorpusText.Shorten(values.GetRawText())}");
        }

        return codec.Kind == ElementKind.Text
            ? new CorpusArray(shape, [.. values.EnumerateArray().Select(text => Text(text, source))])
            : new CorpusArray(codec.Name, shape, Encode(codec, values, source));
    }

    private static CorpusArray Named(ElementCodec codec, int[] shape, string key, CorpusSource source)
    {
        // A complex array stands there as an array of floats with one more axis of two.
        var (dtype, axes) = codec is ComplexCodec complex ? (complex.Part.Name, [.. shape, 2]) : (codec.Name, shape);
        SafetensorsFile file;
        try
        {
            file = source.File.Arrays;
        }
        catch (IOException cause)
        {
            throw source.Error($"Expected a file of arrays beside it, for the key '{key}'. {cause.Message}", cause);
        }

        if (file.Find(key) is not { } entry)
        {
            throw source.Error($"Expected a key of {file.FullPath}. Received: '{key}'.");
        }

        return entry.DType == dtype && entry.Shape.SequenceEqual(axes)
            ? new CorpusArray(codec.Name, shape, file.ReadBytes(entry))
            : throw source.Error($"Expected '{key}' in {file.FullPath} to be {dtype} {CorpusText.Shape(axes)}. "
                + $"Received: {entry.DType} {CorpusText.Shape(entry.Shape)}.");
    }

    private static byte[] Encode(ElementCodec codec, JsonElement values, CorpusSource source)
    {
        var part = codec is ComplexCodec complex ? complex.Part : codec;
        var data = new byte[values.GetArrayLength() * part.Size];
        var offset = 0;
        foreach (var value in values.EnumerateArray())
        {
            var element = data.AsSpan(offset, part.Size);
            if (part.Kind == ElementKind.Float)
            {
                part.WriteDouble(element, CorpusForms.Real(value, source));
            }
            else if (!part.TryWriteInteger(element, Integer(value, codec, source)))
            {
                throw source.Error($"Expected an element of {codec.Name}. Received: {value.GetRawText()}");
            }

            offset += part.Size;
        }

        return data;
    }

    private static Int128 Integer(JsonElement json, ElementCodec codec, CorpusSource source)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var signed))
        {
            return signed;
        }

        return json.ValueKind == JsonValueKind.Number && json.TryGetUInt64(out var unsigned)
            ? unsigned
            : throw source.Error($"Expected an element of {codec.Name}. Received: {json.GetRawText()}");
    }

    private static string Text(JsonElement json, CorpusSource source) => json.ValueKind == JsonValueKind.String
        ? json.GetString()!
        : throw source.Error($"Expected a string as an element. Received: {json.GetRawText()}");

    private static ElementCodec Codec(string dtype, CorpusSource source) => ElementCodec.Find(dtype)
        ?? throw source.Error($"Expected a dtype of Keras. Received: '{dtype}'.");

    private static int[] Axes(JsonElement shape, CorpusSource source) =>
        [.. shape.EnumerateArray().Select(axis => Axis(axis, source))];

    private static int Axis(JsonElement json, CorpusSource source) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var axis) && axis >= 0
            ? axis
            : throw source.Error($"Expected the size of an axis. Received: {json.GetRawText()}");

    private static long Size(int[] shape, CorpusSource source)
    {
        try
        {
            return shape.Aggregate(1, (product, axis) => checked(product * axis));
        }
        catch (OverflowException cause)
        {
            throw source.Error($"The shape {CorpusText.Shape(shape)} is too large.", cause);
        }
    }
}
