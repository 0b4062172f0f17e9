using System.Reflection;

namespace Hornet.Tests;

/// <summary>
/// Neither how a tensor lies in memory nor a program changes a bit of what an op gives, nor of its gradients.
/// </summary>
public sealed class SameBitsTests
{
    private const int Size = 24; // more than a vector of libtorch's kernels, which round otherwise beside them

    private static readonly EagerTensor[] s_dense =
        [.. Enumerable.Range(0, 2).Select(seed => Compiled.Values([Size, Size], seed: seed, hasSpecial: false))];

    private static readonly Tensor[][] s_views =
    [
        [.. s_dense.Select(x => Ops.Transpose(Ops.Copy(Ops.Transpose(x))))],
        [.. s_dense.Select(x => Ops.Stack([x, x], axis: -1)[.., .., 0])],
    ];

    public static TheoryData<string> Names =>
        [.. typeof(Ops).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(IsCallable)
            .Select(method => method.Name).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_op_gives_the_same_bits_of_views(string name)
    {
        foreach (var op in typeof(Ops).GetMethods().Where(method => method.Name == name && IsCallable(method)))
        {
            if (Results(op, s_dense) is not { } expected)
            {
                continue;
            }

            foreach (var views in s_views)
            {
                foreach (var (want, got) in expected.Zip(Results(op, views)!))
                {
                    Compiled.AreSameBits(want, got, name);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_op_gives_the_same_bits_compiled(string name)
    {
        foreach (var op in typeof(Ops).GetMethods().Where(method => method.Name == name && IsCallable(method)))
        {
            if (Results(op, s_dense) is { } expected && Replayed(op) is { } actual)
            {
                foreach (var (want, got) in expected.Zip(actual))
                {
                    Compiled.AreSameBits(Flushed(want), Flushed(got), name);
                }
            }
        }
    }

    // In a program, numbers too small for full precision count as zero.
    private static Tensor Flushed(Tensor x) =>
        x.DType == DType.Float32 ? Ops.Where(Ops.Abs(x) < BitConverter.Int32BitsToSingle(1 << 23), 0f, x) : x;

    // Null where the op decides by data, so that it cannot be compiled.
    private static Tensor[]? Replayed(MethodInfo op)
    {
        try
        {
            return Keras.Jit(x => Results(op, x)!)(s_dense);
        }
        catch (InvalidOperationException error) when (error.Message.Contains("trace", StringComparison.Ordinal))
        {
            return null;
        }
    }

    // Of one or two tensors; what else it takes has a default.
    private static bool IsCallable(MethodInfo method) =>
        method.ReturnType == typeof(Tensor) && !method.IsGenericMethod
            && method.GetParameters() is [var first, ..] parameters && first.ParameterType == typeof(Tensor)
            && parameters.Skip(2).All(one => one.HasDefaultValue)
            && parameters.Skip(1).Take(1).All(one => one.HasDefaultValue || one.ParameterType == typeof(Tensor));

    // The value and its gradients; null where the op refuses square matrices.
    private static Tensor[]? Results(MethodInfo op, Tensor[] x)
    {
        var count = op.GetParameters().Count(one => one.ParameterType == typeof(Tensor) && !one.HasDefaultValue);
        object?[] arguments = [.. op.GetParameters().Select((one, i) => i < count ? x[i] : one.DefaultValue)];
        Tensor[] given = [.. x.Take(count)];
        try
        {
            using var tape = new GradientTape();
            foreach (var input in given)
            {
                tape.Watch(input);
            }

            var y = (Tensor)op.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            return y.DType == DType.Float32 && y.Shape == x[0].Shape
                ? [y, .. tape.Gradients(y * x[1], given).OfType<Tensor>()]
                : [y];
        }
        catch (Exception error) when (error is ShapeException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
