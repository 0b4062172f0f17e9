using System.Text.Json;

namespace Hornet.Tests;

/// <summary>Puts the draws together to what keras.random does, to hold them against recorded calls.</summary>
internal sealed class RandomReplay(RandomCase values, JsonElement call, RandomKey key)
{
    private int[] Shape => RandomCase.Integers(call.GetProperty("args")[0]);

    private Precision Precision => RandomCase.PrecisionOf(Keyword("dtype")?.GetString());

    /// <summary>Replays a call whose seed is an integer, and expects its numbers or a refusal.</summary>
    internal static void Check(RandomCase recorded)
    {
        if (recorded.Json.TryGetProperty("error", out _))
        {
            Assert.ThrowsAny<ArgumentException>(
                () => new RandomReplay(recorded, recorded.Json, recorded.Seed).Run(recorded.Operation));
            return;
        }

        Check(recorded, recorded.Json, recorded.Operation, recorded.Seed);
    }

    /// <summary>Replays one call within a case.</summary>
    internal static void Check(RandomCase values, JsonElement call, string operation, RandomKey key)
    {
        var expected = values.Array(call.GetProperty("out"));
        var actual = new RandomReplay(values, call, key).Run(operation);
        if (operation is "random.gamma" or "random.beta" && expected.DType == "float32")
        {
            // The reference's 1 / √d depends on the processor.
            Assert.All(expected.Values.Zip(actual), x => Assert.Equal(x.First, x.Second, 1e-5 * Math.Abs(x.First)));
            return;
        }

        Assert.Equal(expected.Values, actual);
    }

    private double[] Run(string operation) => operation switch
    {
        "random.uniform" => Fill(new UniformDraw(Number("minval", 0), Number("maxval", 1), Precision)),
        "random.normal" => Fill(new NormalDraw(Number("mean", 0), Number("stddev", 1), Precision)),
        "random.truncated_normal" => Fill(new TruncatedNormalDraw(Number("mean", 0), Number("stddev", 1), Precision)),
        "random.randint" => RandInt(),
        "random.dropout" => Dropout(),
        "random.categorical" => Categorical(),
        "random.shuffle" => Shuffle(),
        "random.gamma" => Gamma(),
        "random.beta" => Beta(),
        "random.binomial" => Binomial(),
        _ => throw new InvalidDataException($"No test replays {operation}."),
    };

    private double[] Fill<TDraw>(TDraw draw)
        where TDraw : struct, IDraw
    {
        var result = new float[RandomCase.Size(Shape)];
        Draws.Fill(draw, key, 0, result);
        return Widen(result);
    }

    private double[] RandInt()
    {
        var dtype = Enum.Parse<DType>(Keyword("dtype")?.GetString() ?? "int32", ignoreCase: true);
        var result = new uint[RandomCase.Size(Shape)];
        new RandIntDraw(Integer(1), Integer(2), dtype).Fill(key, 0, result);
        return [.. result.Select(word => dtype is DType.UInt32 or DType.UInt64 ? word : (double)(int)word)];
    }

    private double[] Dropout()
    {
        var inputs = values.Array(call.GetProperty("args")[0]);
        var rate = call.GetProperty("args")[1].GetDouble();
        if (rate is 0 or 1)
        {
            return [.. inputs.Values.Select(x => rate == 0 ? x : 0)];
        }

        var noise = inputs.Shape.ToArray();
        if (Keyword("noise_shape") is { } given)
        {
            noise = [.. noise.Select((size, axis) => given[axis].ValueKind == JsonValueKind.Null
                ? size
                : given[axis].GetInt32())];
        }

        var mask = new bool[RandomCase.Size(noise)];
        BernoulliDraw.Fill(key, 0, mask, (float)(1 - rate));
        var kept = Broadcast([.. mask.Select(x => x ? 1f : 0f)], noise, inputs.Shape);
        var precision = RandomCase.PrecisionOf(inputs.DType);
        var scale = DropoutDraw.Scale(rate, precision);
        return Widen([.. inputs.Floats.Select((x, i) => kept[i] == 0 ? 0 : precision.Round(x * scale))]);
    }

    private double[] Categorical()
    {
        var logits = values.Array(call.GetProperty("args")[0]);
        if (logits.Shape.Length != 2)
        {
            throw new ArgumentException("Expected logits of rank 2.");
        }

        var samples = Integer(1);
        var result = new int[logits.Shape[0] * samples];
        var precision = RandomCase.PrecisionOf(logits.DType);
        CategoricalDraw.Fill(key, 0, logits.Floats, logits.Shape[1], (int)samples, result, precision);
        return [.. result.Select(x => (double)x)];
    }

    private double[] Shuffle()
    {
        var x = values.Array(call.GetProperty("args")[0]);
        var axis = Keyword("axis")?.GetInt32() ?? 0;
        axis = axis < 0 ? axis + x.Shape.Length : axis;
        var length = x.Shape[axis];
        var inner = RandomCase.Size(x.Shape[(axis + 1)..]);
        var lines = RandomCase.Size(x.Shape[..axis]) * inner;
        var order = new long[x.Values.Length];
        ShuffleDraw.Fill(key, length, inner, 0, lines, order);
        return [.. order.Select((from, i) =>
            x.Values[(i / (length * inner) * length * inner) + ((int)from * inner) + (i % inner)])];
    }

    private double[] Gamma()
    {
        var result = new float[RandomCase.Size(Shape)];
        GammaDraw.Fill(key, 0, Parameter(1), result, Precision);
        return Widen(result);
    }

    private double[] Beta()
    {
        var result = new float[RandomCase.Size(Shape)];
        BetaDraw.Fill(key, 0, Parameter(1), Parameter(2), result, Precision);
        return Widen(result);
    }

    private double[] Binomial()
    {
        var result = new float[RandomCase.Size(Shape)];
        BinomialDraw.Fill(key, Parameter(1), Parameter(2), result);
        return Widen([.. result.Select(Precision.Round)]);
    }

    private static double[] Widen(float[] values) => [.. values.Select(x => (double)x)];

    // A number, an array or nested lists, as an array of the result's shape.
    private float[] Parameter(int index)
    {
        var argument = call.GetProperty("args")[index];
        if (argument.ValueKind == JsonValueKind.Object)
        {
            var array = values.Array(argument);
            return Broadcast(array.Floats, array.Shape, Shape);
        }

        var shape = new List<int>();
        for (var inner = argument; inner.ValueKind == JsonValueKind.Array; inner = inner[0])
        {
            shape.Add(inner.GetArrayLength());
        }

        return Broadcast([.. Flat(argument)], [.. shape], Shape);
    }

    private static IEnumerable<float> Flat(JsonElement nested) =>
        nested.ValueKind == JsonValueKind.Array
            ? nested.EnumerateArray().SelectMany(Flat)
            : [(float)nested.GetDouble()];

    private static float[] Broadcast(float[] source, int[] shape, int[] target)
    {
        var result = new float[RandomCase.Size(target)];
        for (var i = 0; i < result.Length; i++)
        {
            var (index, stride, rest) = (0, 1, i);
            for (var back = 1; back <= shape.Length; back++)
            {
                var place = rest % target[^back];
                index += shape[^back] == 1 ? 0 : place * stride;
                stride *= shape[^back];
                rest /= target[^back];
            }

            result[i] = source[index];
        }

        return result;
    }

    private long Integer(int index) => call.GetProperty("args")[index].GetInt64();

    private float Number(string name, float otherwise) =>
        Keyword(name) is { } value ? (float)value.GetDouble() : otherwise;

    private JsonElement? Keyword(string name) =>
        call.GetProperty("kwargs").GetProperty("m").TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
