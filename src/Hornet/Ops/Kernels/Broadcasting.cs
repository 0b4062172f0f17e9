using Hornet.Native;

namespace Hornet;

/// <summary>Broadcasting for kernels in C#.</summary>
internal static class Broadcasting
{
    /// <summary>Writes the sizes that two shapes broadcast to; they do, as an op's shape rule has made sure.</summary>
    public static void Sizes(ReadOnlySpan<long> x, ReadOnlySpan<long> y, Span<long> sizes)
    {
        for (var i = 1; i <= sizes.Length; i++)
        {
            var left = i <= x.Length ? x[^i] : 1;
            var right = i <= y.Length ? y[^i] : 1;
            sizes[^i] = left == 1 ? right : left;
        }
    }

    /// <summary>A contiguous operand: one element that counts for all, or as many as the sizes say.</summary>
    public static TensorHandle Operand(TensorHandle x, ReadOnlySpan<long> sizes)
    {
        if (x.Count == 1 || x.Sizes.SequenceEqual(sizes))
        {
            return x.Contiguous();
        }

        using var expanded = Aten.Call("aten::expand"u8, default, x, sizes.ToArray(), false);
        return expanded.Contiguous();
    }
}
