using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hornet.Native;

namespace Hornet;

/// <summary>
/// Of two tensors the elements that bools choose: libtorch's <c>where</c>, which takes ten times as long.
/// </summary>
internal static class Selection
{
    private const int Grain = 1 << 15; // elements that are worth a thread
    private const int Step = 16; // bools at a time

    /// <summary>Where the condition holds x, elsewhere y, of one dtype; all three broadcast.</summary>
    public static TensorHandle Run(TensorHandle condition, TensorHandle x, TensorHandle y)
    {
        var size = DTypeCodes.SizeOf(x.DType);
        if (size > sizeof(ulong))
        {
            return Aten.Call("aten::where"u8, "self"u8, condition, x, y);
        }

        Span<long> values = stackalloc long[Math.Max(x.Rank, y.Rank)];
        Broadcasting.Sizes(x.Sizes, y.Sizes, values);
        Span<long> sizes = stackalloc long[Math.Max(condition.Rank, values.Length)];
        Broadcasting.Sizes(condition.Sizes, values, sizes);
        var result = TensorHandle.Empty(x.DType, sizes);
        using var chosen = Spread(condition, sizes);
        using var first = Broadcasting.Operand(x, sizes);
        using var second = Broadcasting.Operand(y, sizes);
        var job = new Job(chosen, first, second, result, size);
        if (result.Count <= Grain)
        {
            job.Run(0, result.Count);
        }
        else
        {
            ParallelFor.Run(0, result.Count, Grain, job, static (begin, end, job) => job.Run(begin, end));
        }

        return result;
    }

    // A condition has as many elements as the result, even where one counts for all.
    private static TensorHandle Spread(TensorHandle condition, ReadOnlySpan<long> sizes)
    {
        using var expanded = Aten.Expand(condition, sizes);
        return expanded.Contiguous();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // one call is long: it cannot wait for the next tier
    private static void Select<T>(ReadOnlySpan<byte> condition, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
        where T : unmanaged
    {
        var i = 0;
        for (; i + Step <= condition.Length; i += Step)
        {
            // Each byte of 0 or 1 as all bits of an element, or none.
            var bytes = (Vector128<byte>.Zero - Vector128.Create(condition.Slice(i, Step))).AsSByte();
            Choose(bytes, Rest(x, i), Rest(y, i), result[i..]);
        }

        for (; i < condition.Length; i++)
        {
            result[i] = condition[i] != 0 ? x[x.Length == 1 ? 0 : i] : y[y.Length == 1 ? 0 : i];
        }
    }

    // The size of T is a constant to the compiler, and so is all that follows from it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Choose<T>(Vector128<sbyte> bytes, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(byte))
        {
            Choose(bytes.As<sbyte, T>(), x, y, result, 0);
            return;
        }

        var (low, high) = Vector128.Widen(bytes);
        if (Unsafe.SizeOf<T>() == sizeof(short))
        {
            Choose(low.As<short, T>(), x, y, result, 0);
            Choose(high.As<short, T>(), x, y, result, 1);
            return;
        }

        Choose(low, x, y, result, 0);
        Choose(high, x, y, result, 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Choose<T>(
        Vector128<short> words, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result, int vector)
        where T : unmanaged
    {
        var (low, high) = Vector128.Widen(words);
        if (Unsafe.SizeOf<T>() == sizeof(int))
        {
            Choose(low.As<int, T>(), x, y, result, vector);
            Choose(high.As<int, T>(), x, y, result, vector + 1);
            return;
        }

        var ((first, second), (third, fourth)) = (Vector128.Widen(low), Vector128.Widen(high));
        Choose(first.As<long, T>(), x, y, result, 2 * vector);
        Choose(second.As<long, T>(), x, y, result, (2 * vector) + 1);
        Choose(third.As<long, T>(), x, y, result, (2 * vector) + 2);
        Choose(fourth.As<long, T>(), x, y, result, (2 * vector) + 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Choose<T>(
        Vector128<T> mask, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result, int vector)
        where T : unmanaged
    {
        var start = vector * Vector128<T>.Count;
        Vector128.ConditionalSelect(mask, At(x, start), At(y, start)).CopyTo(result[start..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<T> Rest<T>(ReadOnlySpan<T> x, int start) => x.Length == 1 ? x : x[start..];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> At<T>(ReadOnlySpan<T> x, int start)
        where T : unmanaged => x.Length == 1 ? Vector128.Create(x[0]) : Vector128.Create(x[start..]);

    private readonly record struct Job(
        TensorHandle Condition, TensorHandle X, TensorHandle Y, TensorHandle Result, int Size)
    {
        public void Run(long begin, long end)
        {
            switch (Size)
            {
                case sizeof(byte):
                    Run<byte>((int)begin, (int)end);
                    break;
                case sizeof(ushort):
                    Run<ushort>((int)begin, (int)end);
                    break;
                case sizeof(uint):
                    Run<uint>((int)begin, (int)end);
                    break;
                default:
                    Run<ulong>((int)begin, (int)end);
                    break;
            }
        }

        private static ReadOnlySpan<T> Part<T>(TensorHandle x, int begin, int end)
            where T : unmanaged
        {
            ReadOnlySpan<T> elements = MemoryMarshal.Cast<byte, T>(x.RawBytes);
            return elements.Length == 1 ? elements : elements[begin..end];
        }

        private void Run<T>(int begin, int end)
            where T : unmanaged => Select(
                Condition.RawBytes[begin..end],
                Part<T>(X, begin, end),
                Part<T>(Y, begin, end),
                MemoryMarshal.Cast<byte, T>(Result.RawBytes)[begin..end]);
    }
}
