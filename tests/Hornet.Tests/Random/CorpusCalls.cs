using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>Calls of keras.random in reference cases, made through the public functions.</summary>
internal sealed class CorpusCalls : ValueBinder
{
    /// <summary>The generator that stands for a seed generator in the arguments.</summary>
    public SeedGenerator? Generator { get; init; }

    /// <summary>Calls a function by Keras's name: <c>random.normal</c>.</summary>
    public Tensor Call(string name, CorpusNode call)
    {
        var method = typeof(Keras.Random).GetMethods()
            .Where(candidate => Testing.KerasNames.Match(name["random.".Length..], candidate.Name));
        var arguments = ((CorpusSequence)call["args"].Value()).Items;
        return (Tensor)new CallBinder(this).Bind(method, arguments, call["kwargs"].Map()).Invoke()!;
    }

    /// <summary>A tensor as a comparison with an expected array needs it.</summary>
    public static CorpusArray Actual(Tensor tensor) => CorpusArray.FromDoubles(
        tensor.DType.KerasName(), [.. tensor.Shape.Select(axis => axis!.Value)],
        Ops.Cast(tensor, DType.Float64).ToArray<double>());

    /// <summary>What is wrong with a result; null where nothing is.</summary>
    public static string? Difference(CorpusCase line, CorpusNode expected, Tensor actual) =>
        CorpusCompare.Difference(expected.Value(), Actual(actual), line.Tolerances, line.Id);

    /// <summary>Runs all cases, and says which fail and why.</summary>
    public static void All(IEnumerable<CorpusCase> cases, Func<CorpusCase, string?> check) =>
        Assert.Equal(string.Empty, string.Join('\n', cases.Select(line => Run(line, check)).OfType<string>()));

    /// <summary>A tensor with the elements of an array.</summary>
    public static Tensor TensorOf(CorpusArray array) => Ops.Cast(
        Tensor.From([.. array.Shape.Select(axis => (int?)axis)], array.ToDoubles()), DTypes.Parse(array.DType));

    protected override BoundValue? BindOwn(CorpusValue value, Type type) => value switch
    {
        CorpusString dtype when Is<DType>(type) => new BoundValue(DTypes.Parse(dtype.Value)),
        CorpusArray array when type == typeof(Tensor) => new BoundValue(TensorOf(array)),
        CorpusSequence list when type == typeof(Tensor) => new BoundValue(FromList(list)),
        CorpusSeed seed when type == typeof(Seed) =>
            new BoundValue((Seed)(Generator ?? new SeedGenerator(seed.First))!),
        _ => null,
    };

    private static bool Is<T>(Type type)
        where T : struct => type == typeof(T) || type == typeof(T?);

    private static string? Run(CorpusCase line, Func<CorpusCase, string?> check)
    {
        try
        {
            return check(line) ?? (line.Error is null ? null : $"{line.Id}: expected {line.Error}");
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            return line.Error is not null
                && e is ArgumentException or KerasSerializationException
                ? null
                : $"{line.Id}: {e}";
        }
    }

    private static Tensor FromList(CorpusSequence list) => Ops.Stack([.. list.Items.Select(item => item switch
    {
        CorpusSequence inner => FromList(inner),
        CorpusInt number => (Tensor)(double)number.Value,
        var other => ((CorpusFloat)other).Value,
    })]);
}
