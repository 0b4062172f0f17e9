namespace Hornet;

/// <summary>The dtype that operands of different dtypes are brought to: Keras's lattice.</summary>
/// <remarks>
/// Keras forces 64-bit results to 32 bits except on TensorFlow. Hornet keeps 64 bits where an operand has them, so
/// that nothing is lost, and never makes them of smaller operands: uint32 with int8 is int32, as in Keras.
/// </remarks>
internal static class Promotion
{
    private const int WeakInt = (int)DType.String; // the node after the dtypes that compute
    private const int WeakFloat = WeakInt + 1;

    private static readonly uint[] s_upperBounds = UpperBounds();

    /// <summary>The common dtype of the tensors: literals are weak, they give way to tensors of their kind.</summary>
    public static DType Common(ReadOnlySpan<Tensor> tensors)
    {
        if (tensors.Length == 1)
        {
            return tensors[0].DType;
        }

        var first = tensors[0].DType;
        var (same, weak) = (true, true);
        foreach (var tensor in tensors)
        {
            same &= tensor.DType == first;
            weak &= tensor.IsWeak;
        }

        return same ? first : LeastUpperBound(tensors, respectWeak: !weak);
    }

    /// <summary>The common dtype of strong dtypes.</summary>
    public static DType Common(DType x, DType y) => x == y ? x : Bound(1u << (int)x | 1u << (int)y, x, y);

    /// <summary>
    /// The dtype of a true division or of a transcendental function: integers and bools become floatx.
    /// </summary>
    public static DType ToFloating(DType dtype) =>
        dtype.IsFloating() || dtype.IsComplex() ? dtype : Keras.Config.Floatx();

    /// <summary>Keras's own table, for strong and weak dtypes: 64 bits become 32.</summary>
    /// <exception cref="ArgumentException">No dtype holds them all.</exception>
    public static DType ResultType(ReadOnlySpan<(DType DType, bool IsWeak)> dtypes)
    {
        var nodes = 0u;
        var (same, weak) = (true, true);
        foreach (var (dtype, isWeak) in dtypes)
        {
            same &= dtype == dtypes[0].DType;
            weak &= isWeak;
        }

        if (same && !weak)
        {
            return Narrow(dtypes[0].DType);
        }

        foreach (var (dtype, isWeak) in dtypes)
        {
            nodes |= 1u << Node(dtype, isWeak && !weak);
        }

        var bound = dtypes.ContainsAny([(DType.String, false), (DType.String, true)]) ? null : LeastUpperBound(nodes);
        return bound switch
        {
            WeakInt => WeakResult(DType.Int32),
            WeakFloat => WeakResult(DType.Float32),
            { } node => weak ? WeakResult((DType)node) : Narrow((DType)node),
            null => throw new ArgumentException(
                $"No dtype holds all of: {Names(dtypes)}. Cast them to one dtype with Ops.Cast."),
        };
    }

    private static DType LeastUpperBound(ReadOnlySpan<Tensor> tensors, bool respectWeak)
    {
        var nodes = 0u;
        var is64Bit = false;
        foreach (var tensor in tensors)
        {
            nodes |= 1u << Node(tensor, respectWeak);
            is64Bit |= Is64Bit(tensor.DType) && !tensor.IsWeak;
        }

        var bound = Bound(nodes, tensors[0].DType, tensors[^1].DType);
        return is64Bit ? bound : Narrow(bound);
    }

    private static int Node(Tensor tensor, bool respectWeak) => Node(tensor.DType, tensor.IsWeak && respectWeak);

    private static int Node(DType dtype, bool isWeak) => !isWeak ? (int)dtype
        : dtype.IsInteger() ? WeakInt
        : dtype.IsFloating() ? WeakFloat
        : (int)dtype;

    // What is weak to the end is as wide as floatx, bfloat16 counting as 16 bits.
    private static DType WeakResult(DType dtype) => (dtype.IsInteger(), Keras.Config.Floatx()) switch
    {
        (true, DType.Float16 or DType.BFloat16) => DType.Int16,
        (true, _) => DType.Int32,
        (false, DType.Float16 or DType.BFloat16) => DType.Float16,
        _ => DType.Float32,
    };

    private static string Names(ReadOnlySpan<(DType DType, bool IsWeak)> dtypes)
    {
        var names = new string[dtypes.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = dtypes[i].DType.KerasName();
        }

        return string.Join(", ", names);
    }

    private static DType Bound(uint nodes, DType first, DType last) => LeastUpperBound(nodes) switch
    {
        WeakInt => DType.Int32,
        WeakFloat => Keras.Config.Floatx(),
        { } node => (DType)node,
        null => throw new ArgumentException(
            $"No dtype holds both {first.KerasName()} and {last.KerasName()}. Cast one of them with Ops.Cast."),
    };

    // LUB(N) = { c ∈ CUB(N) | CUB(N) ⊆ UB(c) }, where CUB(N) = ∩ UB(n): the least of the common upper bounds.
    private static int? LeastUpperBound(uint nodes)
    {
        var common = uint.MaxValue;
        for (var node = 0; node <= WeakFloat; node++)
        {
            common &= (nodes & 1u << node) != 0 ? s_upperBounds[node] : uint.MaxValue;
        }

        for (var node = 0; node <= WeakFloat; node++)
        {
            if ((common & 1u << node) != 0 && (common & ~s_upperBounds[node]) == 0)
            {
                return node;
            }
        }

        return null;
    }

    private static bool Is64Bit(DType dtype) =>
        dtype is DType.Int64 or DType.UInt64 or DType.Float64 or DType.Complex128;

    private static DType Narrow(DType dtype) => dtype switch
    {
        DType.Int64 => DType.Int32,
        DType.UInt64 => DType.UInt32,
        DType.Float64 => DType.Float32,
        DType.Complex128 => DType.Complex64,
        _ => dtype,
    };

    // Each node with those directly above it; float8 gives way to nothing but itself.
    private static uint[] UpperBounds()
    {
        (int Node, int[] Above)[] lattice =
        [
            ((int)DType.Complex128, []),
            ((int)DType.Complex64, [(int)DType.Complex128]),
            ((int)DType.Float64, [(int)DType.Complex128]),
            ((int)DType.Float32, [(int)DType.Float64, (int)DType.Complex64]),
            ((int)DType.Float16, [(int)DType.Float32]),
            ((int)DType.BFloat16, [(int)DType.Float32]),
            (WeakFloat, [(int)DType.BFloat16, (int)DType.Float16]),
            ((int)DType.Int64, [WeakFloat]),
            ((int)DType.Int32, [(int)DType.Int64]),
            ((int)DType.Int16, [(int)DType.Int32]),
            ((int)DType.Int8, [(int)DType.Int16]),
            ((int)DType.UInt64, [WeakFloat]),
            ((int)DType.UInt32, [(int)DType.Int64, (int)DType.UInt64]),
            ((int)DType.UInt16, [(int)DType.Int32, (int)DType.UInt32]),
            ((int)DType.UInt8, [(int)DType.Int16, (int)DType.UInt16]),
            (WeakInt, [(int)DType.UInt8, (int)DType.Int8, (int)DType.Complex64]),
            ((int)DType.Bool, [WeakInt]),
            ((int)DType.Float8E4M3FN, []),
            ((int)DType.Float8E5M2, []),
        ];

        var bounds = new uint[WeakFloat + 1];
        foreach (var (node, above) in lattice)
        {
            bounds[node] = above.Aggregate(1u << node, (set, upper) => set | bounds[upper]);
        }

        return bounds;
    }
}
