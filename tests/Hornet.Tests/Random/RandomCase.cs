using System.Text.Json;

namespace Hornet.Tests;

/// <summary>One case: a line of JSON, with the arrays that lie in the file of tensors.</summary>
internal sealed class RandomCase(JsonElement json, byte[] tensors)
{
    internal JsonElement Json => json;

    internal string Id => json.GetProperty("id").GetString()!;

    internal string Operation =>
        json.TryGetProperty("op", out var op) ? op.GetString()!
        : json.TryGetProperty("kind", out var kind) ? kind.GetString()!
        : "";

    /// <summary>The key of a raw case.</summary>
    internal RandomKey Key => KeyOf(json.GetProperty("key"));

    /// <summary>The key of the integer seed that a call was given.</summary>
    internal RandomKey Seed => RandomKey.FromSeed(SeedArgument.GetInt64());

    internal bool HasIntegerSeed =>
        SeedArgument.ValueKind == JsonValueKind.Number && SeedArgument.TryGetInt64(out _);

    /// <summary>The number of elements of a raw case.</summary>
    internal int Count => Size(Integers(json.GetProperty("shape")));

    /// <summary>The format of a raw case.</summary>
    internal Precision Precision => PrecisionOf(json.GetProperty("dtype").GetString());

    internal CorpusArray Output => Array(json.GetProperty("out"));

    private JsonElement SeedArgument => json.GetProperty("kwargs").GetProperty("m").GetProperty("seed");

    internal static RandomKey KeyOf(JsonElement words) => new(words[0].GetUInt32(), words[1].GetUInt32());

    internal static Precision PrecisionOf(string? dtype) => Precision.Of(
        dtype is null ? DType.Float32 : Enum.Parse<DType>(dtype, ignoreCase: true));

    internal static int[] Integers(JsonElement list) => [.. list.EnumerateArray().Select(x => x.GetInt32())];

    internal static int Size(int[] shape) => shape.Aggregate(1, (size, axis) => size * axis);

    internal CorpusArray Array(JsonElement value)
    {
        var dtype = value.GetProperty("d").GetString()!;
        var shape = Integers(value.GetProperty("s"));
        return value.TryGetProperty("t", out var key)
            ? new(dtype, shape, SafeTensors.Read(tensors, key.GetString()!))
            : new(dtype, shape, [.. value.GetProperty("v").EnumerateArray().Select(x => Rounded(Number(x), dtype))]);
    }

    // Numbers are written as shortly as their dtype allows.
    private static double Rounded(double number, string dtype) => dtype switch
    {
        "float32" => (float)number,
        "float16" => (double)(Half)number,
        _ => number,
    };

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        _ => value.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            _ => double.NegativeInfinity,
        },
    };
}

/// <summary>An array of a case, whatever its dtype.</summary>
internal sealed record CorpusArray(string DType, int[] Shape, double[] Values)
{
    internal float[] Floats => [.. Values.Select(x => (float)x)];
}
