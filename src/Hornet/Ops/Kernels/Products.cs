using Hornet.Native;

namespace Hornet;

/// <summary>Sums of products of dtypes without kernels: bools, bare unsigned integers, float8.</summary>
internal static class Products
{
    /// <summary>Whether libtorch multiplies and adds up this dtype itself.</summary>
    public static bool IsDirect(DType dtype) => dtype != DType.Bool && !dtype.IsBareUnsigned() && !dtype.IsFloat8();

    /// <summary>The operands in a dtype that has kernels. Each is the caller's to dispose.</summary>
    public static TensorHandle[] Operands(ReadOnlySpan<TensorHandle> tensors)
    {
        var operands = new TensorHandle[tensors.Length];
        for (var i = 0; i < operands.Length; i++)
        {
            operands[i] = tensors[i].DType switch
            {
                DType.Bool => Kernels.To(tensors[i], DType.Int32), // or of ands: counted
                var dtype when dtype.IsFloat8() => Kernels.Widen(tensors[i]),
                _ => Bits.Signed(tensors[i]),
            };
        }

        return operands;
    }

    /// <summary>Takes over the operands and their product, and gives that in their dtype.</summary>
    public static TensorHandle Result(TensorHandle product, TensorHandle[] operands, DType dtype)
    {
        foreach (var operand in operands)
        {
            operand.Dispose();
        }

        using (product)
        {
            return dtype.IsBareUnsigned() ? Bits.View(product, dtype) : Kernels.To(product, dtype);
        }
    }
}
