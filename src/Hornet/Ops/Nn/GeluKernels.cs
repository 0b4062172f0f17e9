using Hornet.Native;

namespace Hornet;

/// <summary>The exact GELU by libtorch's own kernel: oneDNN's, which libtorch prefers, gives NaN of infinity.</summary>
/// <remarks>oneDNN takes contiguous float32 of more than one element. So an even number of them goes as a matrix whose
/// axes are exchanged, which is the same memory, and what is left over by itself.</remarks>
internal static class GeluKernels
{
    public static TensorHandle Gelu(TensorHandle x) =>
        Run(x, x, static (_, part) => Aten.Call("aten::gelu"u8, default, part, "none"));

    public static TensorHandle Gradient(TensorHandle g, TensorHandle x) =>
        Run(g, x, static (gradient, part) => Aten.Call("aten::gelu_backward"u8, default, gradient, part, "none"));

    private static TensorHandle Run(
        TensorHandle g, TensorHandle x, Func<TensorHandle, TensorHandle, TensorHandle> kernel)
    {
        if (x.DType != DType.Float32)
        {
            return kernel(g, x);
        }

        using var flatG = Flat(g);
        using var flatX = Flat(x);
        var pairs = x.Count >= 4 ? x.Count / 2 : 0;
        var parts = new List<TensorHandle>();
        if (pairs > 0)
        {
            parts.Add(Pairs(flatG, flatX, pairs, kernel));
        }

        for (var i = 2 * pairs; i < x.Count; i++)
        {
            using var oneG = Aten.Narrow(flatG, 0, i, 1);
            using var oneX = Aten.Narrow(flatX, 0, i, 1);
            parts.Add(kernel(oneG, oneX));
        }

        using var y = Join(parts);
        return Aten.Reshape(y, x.Sizes);
    }

    private static TensorHandle Pairs(
        TensorHandle g, TensorHandle x, long pairs, Func<TensorHandle, TensorHandle, TensorHandle> kernel)
    {
        using var pairsG = g.AsStrided([2, pairs], [1, 2], 0);
        using var pairsX = x.AsStrided([2, pairs], [1, 2], 0);
        using var y = kernel(pairsG, pairsX);
        using var rows = Aten.Transpose(y, 0, 1);
        return Flat(rows);
    }

    private static TensorHandle Flat(TensorHandle x)
    {
        using var contiguous = x.Contiguous();
        return Aten.Reshape(contiguous, [x.Count]);
    }

    private static TensorHandle Join(List<TensorHandle> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var joined = parts.Count == 0
            ? TensorHandle.Empty(DType.Float32, [0])
            : Aten.Call("aten::cat"u8, default, parts.ToArray(), 0L);
        parts.ForEach(part => part.Dispose());
        return joined;
    }
}
