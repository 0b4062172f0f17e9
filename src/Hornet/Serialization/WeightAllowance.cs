namespace Hornet.Serialization;

/// <summary>How many bytes of weights the model of a file may make: a configuration can ask for any number.</summary>
internal sealed class WeightAllowance : IDisposable
{
    // Weights are in the file as they are; packed ones (int4) take eight times as much when they are made.
    private const long MaxExpansion = 16;
    private const long AlwaysAllowed = 1 << 26;

    [ThreadStatic]
    private static WeightAllowance? t_current;

    private readonly WeightAllowance? _outer = t_current;
    private readonly long _most;
    private long _taken;

    private WeightAllowance(long most) => _most = most;

    /// <summary>Until disposed of, layers make no more weights than a file of a size can hold.</summary>
    /// <param name="fileLength">The size of the file.</param>
    public static WeightAllowance Open(long fileLength) =>
        t_current = new WeightAllowance(AlwaysAllowed + (fileLength * MaxExpansion));

    /// <summary>Counts a weight that is about to be made. False where no file is being read.</summary>
    public static bool Take(Shape shape, DType dtype)
    {
        if (t_current is not { } current)
        {
            return false;
        }

        var size = (double)DTypeSize(dtype);
        foreach (var axis in shape)
        {
            size *= axis ?? 1;
        }

        if (current._taken + size > current._most)
        {
            throw new KerasSerializationException(
                $"Expected weights of at most {current._most} bytes, as the file is that small. Received: one of "
                + $"shape {shape}, {size:F0} bytes.");
        }

        current._taken += (long)size;
        return true;
    }

    public void Dispose() => t_current = _outer;

    private static int DTypeSize(DType dtype) => dtype switch
    {
        DType.Float64 or DType.Int64 or DType.UInt64 => 8,
        DType.Float16 or DType.BFloat16 or DType.Int16 or DType.UInt16 => 2,
        DType.Int8 or DType.UInt8 or DType.Bool => 1,
        _ => 4,
    };
}
