using System.Numerics;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>A list of numbers or arrays as one tensor: what <c>convert_to_tensor</c> makes of it.</summary>
internal static class PackedList
{
    /// <summary>The tensor, or null where the list is ragged, or holds something else.</summary>
    public static Tensor? Pack(CorpusSequence list, HornetBinder binder)
    {
        var leaves = new List<CorpusValue>();
        if (ShapeOf(list, leaves) is not { } shape)
        {
            return null;
        }

        // A function that takes rows can be differentiated by each of them.
        return leaves.Count > 0 && leaves.All(leaf => leaf is CorpusArray)
            && Functions.Find("ops", "stack") is { } stack
            ? (Tensor?)stack.Call(binder, [list], CorpusMap.Empty)
            : FromLeaves(shape, leaves);
    }

    private static Tensor? FromLeaves(Shape shape, List<CorpusValue> leaves)
    {
        if (leaves.All(leaf => leaf is CorpusString) && leaves.Count > 0)
        {
            return Tensor.From(shape, [.. leaves.Select(leaf => ((CorpusString)leaf).Value)]);
        }

        if (DTypeOf(leaves) is not { } dtype)
        {
            return null;
        }

        var numbers = leaves.SelectMany(Numbers).ToArray();
        return Ops.Cast(
            dtype.IsComplex()
                ? Tensor.From(shape, numbers)
                : Tensor.From(shape, Array.ConvertAll(numbers, number => number.Real)),
            dtype);
    }

    private static DType? DTypeOf(List<CorpusValue> leaves)
    {
        var types = leaves.Select(leaf => leaf switch
        {
            CorpusBool => DType.Bool,
            CorpusInt => DType.Int32,
            CorpusFloat => DType.Float32,
            CorpusComplex => DType.Complex64,
            CorpusArray { DType: not "string" } array => DTypes.Parse(array.DType),
            _ => (DType?)null,
        }).Distinct().ToArray();
        return types.Contains(null) ? null
            : types.Length == 0 ? DType.Float32
            : types.Length == 1 ? types[0]
            : Keras.Backend.ResultType([.. types.Select(type => (DTypeLike)type!.Value)]);
    }

    private static IEnumerable<Complex> Numbers(CorpusValue leaf) => leaf switch
    {
        CorpusBool flag => [flag.Value ? 1 : 0],
        CorpusInt number => [(Complex)(double)number.Value],
        CorpusFloat number => [number.Value],
        CorpusComplex number => [number.Value],
        CorpusArray array => array.ToComplexes(),
        _ => [],
    };

    private static Shape? ShapeOf(CorpusValue value, List<CorpusValue> leaves)
    {
        if (value is not CorpusSequence list)
        {
            leaves.Add(value);
            return value is CorpusArray array ? [.. array.Shape.Select(axis => (int?)axis)] : Shape.Scalar;
        }

        Shape? common = null;
        foreach (var item in list.Items)
        {
            if (ShapeOf(item, leaves) is not { } shape || (common is not null && shape != common))
            {
                return null;
            }

            common = shape;
        }

        return [list.Count, .. common ?? Shape.Scalar];
    }
}
