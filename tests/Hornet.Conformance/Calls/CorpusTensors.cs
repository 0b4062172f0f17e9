using System.Numerics;
using System.Runtime.InteropServices;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Between the arrays of the corpus and tensors.</summary>
internal static class CorpusTensors
{
    /// <summary>A tensor with the dtype, shape and elements of an array.</summary>
    public static Tensor Of(CorpusArray array)
    {
        Shape shape = [.. array.Shape.Select(axis => (int?)axis)];
        return array.DType switch
        {
            "float32" => From<float>(shape, array),
            "float64" => From<double>(shape, array),
            "float16" => From<Half>(shape, array),
            "int8" => From<sbyte>(shape, array),
            "int16" => From<short>(shape, array),
            "int32" => From<int>(shape, array),
            "int64" => From<long>(shape, array),
            "uint8" => From<byte>(shape, array),
            "uint16" => From<ushort>(shape, array),
            "uint32" => From<uint>(shape, array),
            "uint64" => From<ulong>(shape, array),
            "complex128" => From<Complex>(shape, array),
            "complex64" => Ops.Cast(Tensor.From(shape, array.ToComplexes()), DType.Complex64),
            "bool" => Tensor.From(shape, Array.ConvertAll(array.ToInt64s(), bit => bit != 0)),
            "string" => Tensor.From(shape, array.ToStrings()),
            // .NET has no type for the others; a double holds them exactly.
            _ => Ops.Cast(Tensor.From(shape, array.ToDoubles()), DTypes.Parse(array.DType)),
        };
    }

    /// <summary>A symbolic tensor.</summary>
    public static KerasTensor Of(CorpusKerasTensor spec) => new([.. spec.Shape], DTypes.Parse(spec.DType));

    private static EagerTensor From<T>(Shape shape, CorpusArray array)
        where T : unmanaged => Tensor.From(shape, MemoryMarshal.Cast<byte, T>(array.Data.Span));
}
