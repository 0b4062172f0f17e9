namespace Hornet.Saving.Hdf5;

/// <summary>What an element is.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="IsSigned">Whether an integer may be negative.</param>
/// <param name="IsBigEndian">Whether the most significant byte comes first.</param>
internal sealed record Hdf5Type(Hdf5Kind Kind, int Size, bool IsSigned = false, bool IsBigEndian = false)
{
    private const int MaxNesting = 8;

    public static Hdf5Type Read(Hdf5Cursor body) => Read(body, 0);

    /// <summary>The dtype; null where a tensor cannot hold such elements.</summary>
    /// <param name="name">What the attribute <c>dtype</c> says: HDF5 has no bfloat16.</param>
    public DType? ToDType(string? name) => (Kind, Size) switch
    {
        (Hdf5Kind.Float, 2) => DType.Float16,
        (Hdf5Kind.Float, 4) => DType.Float32,
        (Hdf5Kind.Float, 8) => DType.Float64,
        (Hdf5Kind.Integer, 1) => IsSigned ? DType.Int8 : DType.UInt8,
        (Hdf5Kind.Integer, 2) => IsSigned ? DType.Int16 : DType.UInt16,
        (Hdf5Kind.Integer, 4) => IsSigned ? DType.Int32 : DType.UInt32,
        (Hdf5Kind.Integer, 8) => IsSigned ? DType.Int64 : DType.UInt64,
        (Hdf5Kind.Enumeration, 1) => DType.Bool,
        (Hdf5Kind.Opaque, 2) when name == "bfloat16" => DType.BFloat16,
        _ => null,
    };

    public override string ToString() => Kind switch
    {
        Hdf5Kind.Float or Hdf5Kind.Integer => $"{Kind} of {Size} bytes",
        _ => Kind.ToString(),
    };

    private static Hdf5Type Read(Hdf5Cursor body, int depth)
    {
        var head = body.UInt32();
        var size = body.UInt32();
        if (depth > MaxNesting || size is 0 or > int.MaxValue)
        {
            throw Hdf5Error.Broken("a simple kind of elements", $"one of {size} bytes");
        }

        var isBigEndian = (head & 0x100) != 0;
        return (head & 15) switch
        {
            0 => new Hdf5Type(Hdf5Kind.Integer, (int)size, (head & 0x800) != 0, isBigEndian),
            1 => Float(body, (int)size, isBigEndian),
            3 => new Hdf5Type(Hdf5Kind.Text, (int)size),
            5 => new Hdf5Type(Hdf5Kind.Opaque, (int)size),
            8 => Enumeration(body, (int)size, depth),
            9 => new Hdf5Type((head & 0xF00) == 0x100 ? Hdf5Kind.HeapText : Hdf5Kind.Other, (int)size),
            _ => new Hdf5Type(Hdf5Kind.Other, (int)size),
        };
    }

    // IEEE's formats only: half precision and bfloat16 have as many bytes.
    private static Hdf5Type Float(Hdf5Cursor body, int size, bool isBigEndian)
    {
        body.Skip(5);
        var exponent = body.Byte();
        return (size, exponent) is (2, 5) or (4, 8) or (8, 11)
            ? new Hdf5Type(Hdf5Kind.Float, size, IsBigEndian: isBigEndian)
            : new Hdf5Type(Hdf5Kind.Other, size);
    }

    // What h5py writes for bool: FALSE and TRUE in a byte.
    private static Hdf5Type Enumeration(Hdf5Cursor body, int size, int depth) =>
        new(Read(body, depth + 1).Kind == Hdf5Kind.Integer ? Hdf5Kind.Enumeration : Hdf5Kind.Other, size);
}
