using System.Collections.Concurrent;
using System.Numerics;
using Hornet.Native;

namespace Hornet;

/// <summary>The 0-dimensional tensors of the literals in formulas, made once each.</summary>
internal static class Constants
{
    private const int MostCached = 1024; // literals are few; values that change every step belong in a Variable

    private static readonly ConcurrentDictionary<(Literal Value, DType DType, bool Weak), EagerTensor> s_cache = new();

    /// <summary>A weak scalar: it takes the dtype of the tensor beside it.</summary>
    public static EagerTensor Weak(Literal literal) => Get(literal, literal.DType, weak: true);

    /// <summary>A number as a tensor of this dtype.</summary>
    public static EagerTensor Scalar(double value, DType dtype) => Get(new Literal(DType.Float64, value), dtype);

    /// <summary>A literal as a tensor of this dtype.</summary>
    public static EagerTensor Get(Literal literal, DType dtype, bool weak = false)
    {
        var key = (literal, dtype, weak);
        if (s_cache.TryGetValue(key, out var cached))
        {
            return cached;
        }

        return s_cache.Count < MostCached
            ? s_cache.GetOrAdd(key, static key => Make(key.Value, key.DType, key.Weak, constant: true))
            : Make(literal, dtype, weak, constant: false);
    }

    private static EagerTensor Make(Literal literal, DType dtype, bool weak, bool constant) =>
        new(ToHandle(literal, dtype), scoped: !constant) { IsConstant = constant, Literal = weak ? literal : null };

    private static TensorHandle ToHandle(Literal literal, DType dtype)
    {
        switch (dtype)
        {
            case DType.Float32:
                return TensorHandle.From([(float)literal.Number], [], dtype);
            case DType.Float64:
                return TensorHandle.From([literal.Number], [], dtype);
            case DType.Int32:
                return TensorHandle.From([(int)literal.ToInteger()], [], dtype);
            case DType.Int64:
                return TensorHandle.From([literal.ToInteger()], [], dtype);
            case DType.Bool:
                return TensorHandle.From([literal.Number != 0], [], dtype);
            case DType.Complex128:
                return TensorHandle.From([new Complex(literal.Number, literal.Imaginary)], [], dtype);
            default:
                // The other dtypes are libtorch's to round to.
                using (var wide = ToHandle(literal, Wide(dtype)))
                {
                    return Aten.Call("aten::to"u8, "dtype"u8, wide, dtype, false, true, Argument.None);
                }
        }
    }

    private static DType Wide(DType dtype) =>
        dtype.IsComplex() ? DType.Complex128 : dtype.IsFloating() ? DType.Float64 : DType.Int64;
}
