using System.Globalization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>The layer below <c>keras.random</c>: keys, bits, and the distributions that are made of them.</summary>
internal static class RawDraws
{
    public static object Run(CorpusCase line)
    {
        var name = line["op"].Text()["raw.".Length..];
        return name switch
        {
            "key" => Words([RandomKey.FromSeed(line["seed"].Integer())], [2]),
            "threefry2x32" => (object)Block(line),
            "split" => Split(line),
            "fold_in" => Words([KeyOf(line).FoldIn((uint)line["data"].Integer())], [2]),
            "bits" => Bits(line),
            _ => Draw(line, name.Split('_')),
        };
    }

    private static object[] Block(CorpusCase line)
    {
        var counter = line["counter"];
        var block = Threefry.Block(KeyOf(line), (uint)counter[0].Integer(), (uint)counter[1].Integer());
        return [(long)block.High, (long)block.Low];
    }

    private static Tensor Split(CorpusCase line)
    {
        int[] shape = line["num"].Value() is CorpusInt number
            ? [(int)number.Value] : [.. line["num"].Items().Select(axis => (int)axis.Integer())];
        var key = KeyOf(line);
        return Words([.. Enumerable.Range(0, Size(shape)).Select(i => key.Child(i))], [.. shape, 2]);
    }

    private static Tensor Bits(CorpusCase line)
    {
        var (key, shape) = (KeyOf(line), ShapeOf(line));
        return line["width"].Integer() switch
        {
            8 => Fill<byte>(shape, words => Threefry.Bits(key, 0, words)),
            16 => Fill<ushort>(shape, words => Threefry.Bits(key, 0, words)),
            32 => Fill<uint>(shape, words => Threefry.Bits(key, 0, words)),
            _ => Fill<ulong>(shape, words => Threefry.Bits(key, 0, words)),
        };
    }

    // Keras on JAX draws float64 as float32.
    private static Tensor Draw(CorpusCase line, string[] name)
    {
        var dtype = DTypes.Parse(line["dtype"].Text()) is var given && given == DType.Float64 ? DType.Float32 : given;
        var (key, precision, shape) = (KeyOf(line), Precision.Of(dtype), ShapeOf(line));
        return name[0] switch
        {
            "bernoulli" => Fill<bool>(shape, values => BernoulliDraw.Fill(key, 0, values, Parameter(1))),
            "uniform" => Floats(new UniformDraw(0, 1, precision)),
            "normal" => Floats(new NormalDraw(0, 1, precision)),
            "truncated" => Floats(new TruncatedNormalDraw(0, 1, precision)),
            "exponential" => Floats(new ExponentialDraw(precision)),
            "gumbel" => Floats(new GumbelDraw(precision)),
            "gamma" => Cast(values => GammaDraw.Fill(key, 0, Filled(values, 1), values, precision)),
            "beta" => Cast(values => BetaDraw.Fill(key, 0, Filled(values, 1), Filled(values, 2), values, precision)),
            "loggamma" => Cast(values =>
            {
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = GammaDraw.LogSample(key.Child(i), precision.Round(Parameter(1)), precision);
                }
            }),
            var other => throw new NotYetException($"the draw {other} of the category random"),
        };

        Tensor Floats<TDraw>(TDraw draw)
            where TDraw : struct, IDraw => Cast(values => Draws.Fill(draw, key, 0, values));

        Tensor Cast(Action<float[]> fill) => Ops.Cast(Fill(shape, fill), dtype);

        float Parameter(int index) => float.Parse(name[index], CultureInfo.InvariantCulture);

        float[] Filled(float[] values, int index) => [.. Enumerable.Repeat(Parameter(index), values.Length)];
    }

    private static EagerTensor Fill<T>(int[] shape, Action<T[]> fill)
        where T : unmanaged
    {
        var values = new T[Size(shape)];
        fill(values);
        return Tensor.From<T>([.. shape.Select(axis => (int?)axis)], values);
    }

    private static EagerTensor Words(RandomKey[] keys, int[] shape)
    {
        uint[] words = [.. keys.SelectMany(key => new[] { key.High, key.Low })];
        return Tensor.From<uint>([.. shape.Select(axis => (int?)axis)], words);
    }

    private static RandomKey KeyOf(CorpusCase line) =>
        new((uint)line["key"][0].Integer(), (uint)line["key"][1].Integer());

    private static int[] ShapeOf(CorpusCase line) => [.. line["shape"].Items().Select(axis => (int)axis.Integer())];

    private static int Size(int[] shape) => shape.Aggregate(1, (size, axis) => size * axis);
}
