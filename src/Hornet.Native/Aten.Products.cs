namespace Hornet.Native;

/// <content>Matrix products. Their shims want a tensor for the result.</content>
internal static partial class Aten
{
    /// <summary>The product of an [m, k] and a [k, n] matrix.</summary>
    public static TensorHandle Mm(TensorHandle x, TensorHandle y)
    {
        TurnGradientsOff();
        var result = TensorHandle.Empty(x.DType, [x.Sizes[0], y.Sizes[1]]);
        if (Exports.aoti_torch_cpu_mm_out(result.Torch, x.Torch, y.Torch) != 0)
        {
            result.Dispose();
            throw Failed("aten::mm.out", x, y);
        }

        return result;
    }

    /// <summary>Overwrites a matrix, which may be part of another, with the product of two.</summary>
    public static void MmInto(TensorHandle result, TensorHandle x, TensorHandle y)
    {
        TurnGradientsOff();
        if (Exports.aoti_torch_cpu_mm_out(result.Torch, x.Torch, y.Torch) != 0)
        {
            throw Failed("aten::mm.out", x, y);
        }
    }

    /// <summary>Adds the product of two matrices to one, which may be part of another.</summary>
    public static void AddMm(TensorHandle sum, TensorHandle x, TensorHandle y)
    {
        TurnGradientsOff();
        if (Exports.aoti_torch_cpu_addmm_out(sum.Torch, sum.Torch, x.Torch, y.Torch, 1, 1) != 0)
        {
            throw Failed("aten::addmm.out", sum, x, y);
        }
    }

    /// <summary>The products of the matrices of a [b, m, k] and a [b, k, n] tensor.</summary>
    public static TensorHandle Bmm(TensorHandle x, TensorHandle y)
    {
        TurnGradientsOff();
        var result = TensorHandle.Empty(x.DType, [x.Sizes[0], x.Sizes[1], y.Sizes[2]]);
        if (Exports.aoti_torch_cpu_bmm_out(result.Torch, x.Torch, y.Torch) != 0)
        {
            result.Dispose();
            throw Failed("aten::bmm.out", x, y);
        }

        return result;
    }

    /// <summary><c>beta · bias + alpha · x y</c>; the bias is broadcast.</summary>
    public static TensorHandle Addmm(TensorHandle bias, TensorHandle x, TensorHandle y, double beta, double alpha)
    {
        TurnGradientsOff();
        var result = TensorHandle.Empty(x.DType, [x.Sizes[0], y.Sizes[1]]);
        if (Exports.aoti_torch_cpu_addmm_out(
            result.Torch, bias.Torch, x.Torch, y.Torch, beta, alpha) != 0)
        {
            result.Dispose();
            throw Failed("aten::addmm.out", bias, x, y, beta, alpha);
        }

        return result;
    }
}
