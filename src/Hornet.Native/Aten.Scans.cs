namespace Hornet.Native;

/// <content>Along axes: running sums, extremes, tensors put together.</content>
internal static unsafe partial class Aten
{
    /// <summary>Sums of all elements up to each one.</summary>
    public static TensorHandle Cumsum(TensorHandle x, long axis)
    {
        TurnGradientsOff();
        return Exports.aoti_torch_cpu_cumsum(x.Torch, axis, null, out var result) == 0
            ? new TensorHandle(result)
            : throw Failed("aten::cumsum", x, axis);
    }

    /// <summary>Products of all elements up to each one.</summary>
    public static TensorHandle Cumprod(TensorHandle x, long axis)
    {
        TurnGradientsOff();
        return Exports.aoti_torch_cpu_cumprod(x.Torch, axis, null, out var result) == 0
            ? new TensorHandle(result)
            : throw Failed("aten::cumprod", x, axis);
    }

    /// <summary>The largest elements, or the smallest, and where they are.</summary>
    public static (TensorHandle Values, TensorHandle Indices) Topk(
        TensorHandle x, long count, long axis, bool largest, bool sorted)
    {
        TurnGradientsOff();
        return Exports.aoti_torch_cpu_topk(
            x.Torch, count, axis, largest ? 1 : 0, sorted ? 1 : 0, out var values, out var indices) == 0
            ? (new TensorHandle(values), new TensorHandle(indices))
            : throw Failed("aten::topk", x, count, axis, largest, sorted);
    }

    /// <summary>The largest elements along the axes; along all of them where none is named.</summary>
    public static TensorHandle Amax(TensorHandle x, ReadOnlySpan<long> axes, bool keepDims)
    {
        TurnGradientsOff();
        fixed (long* axis = axes)
        {
            return Exports.aoti_torch_aten_amax(x.Torch, axis, axes.Length, keepDims ? 1 : 0, out var result) == 0
                ? new TensorHandle(result)
                : throw Failed("aten::amax", x, axes.ToArray(), keepDims);
        }
    }

    /// <summary>The tensors one behind the other, along an axis.</summary>
    public static TensorHandle Cat(ReadOnlySpan<TensorHandle> tensors, long axis)
    {
        TurnGradientsOff();
        var pointers = tensors.Length <= 64 ? stackalloc nint[tensors.Length] : new nint[tensors.Length];
        for (var i = 0; i < pointers.Length; i++)
        {
            pointers[i] = tensors[i].Torch;
        }

        fixed (nint* pointer = pointers)
        {
            return Exports.aoti_torch_cpu_cat(pointer, tensors.Length, axis, out var result) == 0
                ? new TensorHandle(result)
                : throw Failed("aten::cat", tensors.ToArray(), axis);
        }
    }
}
