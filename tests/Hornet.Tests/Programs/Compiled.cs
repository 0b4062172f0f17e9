using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>Functions of tensors as they are, and as programs.</summary>
internal static class Compiled
{
    /// <summary>Sizes around a vector, a tile and several tiles.</summary>
    public static readonly int[] Sizes = [0, 1, 7, 1023, 1024, 1025, 5000];

    private static readonly double[] s_special =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 0, 1, -1];

    /// <summary>The program before any pass.</summary>
    public static Programs.Program Traced(Func<Tensor[], Tensor[]> function, params EagerTensor[] inputs) =>
        Trace.Compile(function, inputs.Select(input => input.Spec));

    /// <summary>The program that is replayed.</summary>
    public static Programs.Program Optimized(Func<Tensor[], Tensor[]> function, params EagerTensor[] inputs) =>
        Passes.Optimize(Traced(function, inputs));

    /// <summary>What the instructions are, in order.</summary>
    public static string[] Titles(Programs.Program program) =>
        [.. program.Instructions.Select(one => one.Primitive is KernelOp kernel
            ? kernel.Title.Split(" {")[0]
            : one.Primitive.GetType().Name)];

    /// <summary>Asserts that the function gives the same bits eagerly, compiled, and compiled again.</summary>
    public static void GivesTheBitsOf(Func<Tensor[], Tensor[]> function, params EagerTensor[] inputs)
    {
        var expected = function([.. inputs]);
        var what = $"of inputs {string.Join(", ", inputs.Select(input => input.Spec))}";
        var compiled = new CompiledFunction(function);
        for (var run = 0; run < 2; run++)
        {
            var actual = compiled.Invoke(inputs);
            Assert.Equal(expected.Length, actual.Length);
            for (var i = 0; i < expected.Length; i++)
            {
                AreSameBits(expected[i], actual[i], $"output {i} {what}");
            }
        }
    }

    /// <summary>Asserts equal shapes, dtypes and bits; what is not a number has many, all alike.</summary>
    public static void AreSameBits(Tensor expected, Tensor actual, string what)
    {
        Assert.Equal(expected.Spec, actual.Spec);
        var (want, got) = (Bits(expected), Bits(actual));
        for (var i = 0; i < want.Length; i++)
        {
            Assert.True(want[i] == got[i], $"{what}: element {i} is {got[i]:x}, eagerly {want[i]:x}");
        }
    }

    /// <summary>Small numbers of a dtype, of either sign; every fifth float is one of the special ones.</summary>
    public static EagerTensor Values(Shape shape, DType dtype = DType.Float32, int seed = 0, bool hasSpecial = true)
    {
        var random = new Random(seed);
        var values = new double[shape.Size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = hasSpecial && i % 5 == 4
                ? s_special[random.Next(s_special.Length)]
                : (random.Next(2) == 0 ? -1 : 1) * (0.2 + random.NextDouble());
        }

        return dtype switch
        {
            DType.Float64 => Tensor.From(shape, values),
            DType.Float32 => Tensor.From(shape, Array.ConvertAll(values, x => (float)x)),
            DType.Bool => Tensor.From(shape, Array.ConvertAll(values, x => x > 0)),
            DType.Int64 => Tensor.From(shape, Array.ConvertAll(values, x => (long)random.Next(-3, 4))),
            _ => Tensor.From(shape, Array.ConvertAll(values, x => random.Next(-3, 4))),
        };
    }

    /// <summary>The gradients of a weighted sum of the function, and its value.</summary>
    public static Tensor[] WithGradients(Func<Tensor[], Tensor> function, Tensor[] inputs, Tensor weight)
    {
        using var tape = new GradientTape();
        foreach (var input in inputs)
        {
            tape.Watch(input);
        }

        var value = function(inputs);
        return [value, .. tape.Gradients(Ops.Sum(value * weight), inputs)];
    }

    private static long[] Bits(Tensor tensor) => tensor.DType switch
    {
        DType.Float32 => Array.ConvertAll(tensor.ToArray<float>(), x =>
            float.IsNaN(x) ? -1L : BitConverter.SingleToUInt32Bits(x)),
        DType.Float64 => Array.ConvertAll(tensor.ToArray<double>(), x =>
            double.IsNaN(x) ? -1L : BitConverter.DoubleToInt64Bits(x)),
        DType.Bool => Array.ConvertAll(tensor.ToArray<bool>(), x => x ? 1L : 0),
        DType.Int32 => Array.ConvertAll(tensor.ToArray<int>(), x => (long)x),
        DType.Int64 => tensor.ToArray<long>(),
        _ => Bits(Ops.Cast(tensor, DType.Float64)), // exact, as no other dtype has more than 53 bits but uint64
    };
}
