namespace Hornet.Native;

/// <content>
/// Shims: ops that are called without the dispatcher, which saves a third of a small call. Those that save nothing are
/// left to it, and so are numbers beside tensors: as cached 0-dimensional tensors they cost a quarter of what the shims
/// for numbers do.
/// </content>
internal static unsafe partial class Aten
{
    /// <summary><c>x + alpha · y</c>.</summary>
    public static TensorHandle Add(TensorHandle x, TensorHandle y, double alpha)
    {
        TurnGradientsOff();
        return Exports.aoti_torch_cpu_add_Tensor(x.Torch, y.Torch, alpha, out var result) == 0
            ? new TensorHandle(result)
            : throw Failed("aten::add.Tensor", x, y, alpha);
    }

    /// <summary><c>x · y</c>.</summary>
    public static TensorHandle Mul(TensorHandle x, TensorHandle y)
    {
        TurnGradientsOff();
        return Exports.aoti_torch_cpu_mul_Tensor(x.Torch, y.Torch, out var result) == 0
            ? new TensorHandle(result)
            : throw Failed("aten::mul.Tensor", x, y);
    }

    /// <summary><c>x ^ y</c>.</summary>
    public static TensorHandle Pow(TensorHandle x, TensorHandle y)
    {
        TurnGradientsOff();
        return Exports.aoti_torch_cpu_pow_Tensor_Tensor(x.Torch, y.Torch, out var result) == 0
            ? new TensorHandle(result)
            : throw Failed("aten::pow.Tensor_Tensor", x, y);
    }

    /// <summary><c>x ^ y</c>.</summary>
    public static TensorHandle Pow(TensorHandle x, double y)
    {
        TurnGradientsOff();
        return Exports.aoti_torch_cpu_pow_Tensor_Scalar(x.Torch, y, out var result) == 0
            ? new TensorHandle(result)
            : throw Failed("aten::pow.Tensor_Scalar", x, y);
    }

    /// <summary>A contiguous tensor whose elements are all the same.</summary>
    public static TensorHandle Full(ReadOnlySpan<long> sizes, double value, DType dtype)
    {
        TurnGradientsOff();
        var code = DTypeCodes.ToCode(dtype);
        fixed (long* size = sizes)
        {
            return Exports.aoti_torch_aten_full(
                size, sizes.Length, value, &code, null, null, 0, null, out var result) == 0
                ? new TensorHandle(result)
                : throw Failed("aten::full", sizes.ToArray(), value, dtype);
        }
    }
}
