using System.Text.Json;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>One case, as the tests of the bare numbers need it.</summary>
internal sealed class RandomCase(CorpusCase line)
{
    internal JsonElement Json => line.Raw;

    internal string Id => line.Raw.GetProperty("id").GetString()!;

    internal string Operation =>
        line.Raw.TryGetProperty("op", out var op) ? op.GetString()!
        : line.Raw.TryGetProperty("kind", out var kind) ? kind.GetString()!
        : "";

    /// <summary>The key of a raw case.</summary>
    internal RandomKey Key => KeyOf(line.Raw.GetProperty("key"));

    /// <summary>The key of the integer seed that a call was given.</summary>
    internal RandomKey Seed => RandomKey.FromSeed(SeedArgument.GetInt64());

    internal bool HasIntegerSeed =>
        SeedArgument.ValueKind == JsonValueKind.Number && SeedArgument.TryGetInt64(out _);

    /// <summary>The number of elements of a raw case.</summary>
    internal int Count => Size(Integers(line.Raw.GetProperty("shape")));

    /// <summary>The format of a raw case.</summary>
    internal Precision Precision => PrecisionOf(line.Raw.GetProperty("dtype").GetString());

    internal RecordedArray Output => Array(line.Raw.GetProperty("out"));

    private JsonElement SeedArgument => line.Raw.GetProperty("kwargs").GetProperty("m").GetProperty("seed");

    internal static RandomKey KeyOf(JsonElement words) => new(words[0].GetUInt32(), words[1].GetUInt32());

    internal static Precision PrecisionOf(string? dtype) => Precision.Of(
        dtype is null ? DType.Float32 : Enum.Parse<DType>(dtype, ignoreCase: true));

    internal static int[] Integers(JsonElement list) => [.. list.EnumerateArray().Select(x => x.GetInt32())];

    internal static int Size(int[] shape) => shape.Aggregate(1, (size, axis) => size * axis);

    internal RecordedArray Array(JsonElement value)
    {
        var array = (CorpusArray)line.At(value).Value();
        return new(array.DType, [.. array.Shape], array.ToDoubles());
    }
}

/// <summary>An array of a case, whatever its dtype.</summary>
internal sealed record RecordedArray(string DType, int[] Shape, double[] Values)
{
    internal float[] Floats => [.. Values.Select(x => (float)x)];
}
