using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>Sums of some places and some registers of channels, as many as stay in registers.</summary>
internal interface ITile
{
    /// <summary>How many places there are.</summary>
    static abstract int Places { get; }

    /// <summary>How many channels there are.</summary>
    static abstract int Channels { get; }

    /// <summary>Adds the products of one element of each place with the channels.</summary>
    void Add(ref byte x, nint stride, nint thrice, ref float w);

    /// <summary>Adds to the sums what is there already.</summary>
    void AddWhatIs(ref float y, nint stride);

    /// <summary>Writes the sums.</summary>
    void Store(ref float y, nint stride);
}

/// <summary>16 places of 16 channels.</summary>
internal struct Tile16x16 : ITile
{
    private FourSums _a, _b, _c, _d;

    public static int Places => 16;

    public static int Channels => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref byte x, nint stride, nint thrice, ref float w)
    {
        var weights = Vector512.LoadUnsafe(ref w);
        _a.Add(ref x, stride, thrice, weights);
        _b.Add(ref Unsafe.AddByteOffset(ref x, 4 * stride), stride, thrice, weights);
        _c.Add(ref Unsafe.AddByteOffset(ref x, 8 * stride), stride, thrice, weights);
        _d.Add(ref Unsafe.AddByteOffset(ref x, 12 * stride), stride, thrice, weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddWhatIs(ref float y, nint stride)
    {
        _a.AddWhatIs(ref y, stride);
        _b.AddWhatIs(ref Unsafe.Add(ref y, 4 * stride), stride);
        _c.AddWhatIs(ref Unsafe.Add(ref y, 8 * stride), stride);
        _d.AddWhatIs(ref Unsafe.Add(ref y, 12 * stride), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float y, nint stride)
    {
        _a.Store(ref y, stride);
        _b.Store(ref Unsafe.Add(ref y, 4 * stride), stride);
        _c.Store(ref Unsafe.Add(ref y, 8 * stride), stride);
        _d.Store(ref Unsafe.Add(ref y, 12 * stride), stride);
    }
}

/// <summary>8 places of 16 channels.</summary>
internal struct Tile8x16 : ITile
{
    private FourSums _a, _b;

    public static int Places => 8;

    public static int Channels => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref byte x, nint stride, nint thrice, ref float w)
    {
        var weights = Vector512.LoadUnsafe(ref w);
        _a.Add(ref x, stride, thrice, weights);
        _b.Add(ref Unsafe.AddByteOffset(ref x, 4 * stride), stride, thrice, weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddWhatIs(ref float y, nint stride)
    {
        _a.AddWhatIs(ref y, stride);
        _b.AddWhatIs(ref Unsafe.Add(ref y, 4 * stride), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float y, nint stride)
    {
        _a.Store(ref y, stride);
        _b.Store(ref Unsafe.Add(ref y, 4 * stride), stride);
    }
}

/// <summary>4 places of 32 channels.</summary>
internal struct Tile4x32 : ITile
{
    private FourSums _a, _b;

    public static int Places => 4;

    public static int Channels => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref byte x, nint stride, nint thrice, ref float w)
    {
        _a.Add(ref x, stride, thrice, Vector512.LoadUnsafe(ref w));
        _b.Add(ref x, stride, thrice, Vector512.LoadUnsafe(ref w, 16));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddWhatIs(ref float y, nint stride)
    {
        _a.AddWhatIs(ref y, stride);
        _b.AddWhatIs(ref Unsafe.Add(ref y, 16), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float y, nint stride)
    {
        _a.Store(ref y, stride);
        _b.Store(ref Unsafe.Add(ref y, 16), stride);
    }
}

/// <summary>8 places of 32 channels.</summary>
internal struct Tile8x32 : ITile
{
    private FourSums _a, _b, _c, _d;

    public static int Places => 8;

    public static int Channels => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref byte x, nint stride, nint thrice, ref float w)
    {
        var (first, second) = (Vector512.LoadUnsafe(ref w), Vector512.LoadUnsafe(ref w, 16));
        _a.Add(ref x, stride, thrice, first);
        _b.Add(ref x, stride, thrice, second);
        _c.Add(ref Unsafe.AddByteOffset(ref x, 4 * stride), stride, thrice, first);
        _d.Add(ref Unsafe.AddByteOffset(ref x, 4 * stride), stride, thrice, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddWhatIs(ref float y, nint stride)
    {
        _a.AddWhatIs(ref y, stride);
        _b.AddWhatIs(ref Unsafe.Add(ref y, 16), stride);
        _c.AddWhatIs(ref Unsafe.Add(ref y, 4 * stride), stride);
        _d.AddWhatIs(ref Unsafe.Add(ref y, (4 * stride) + 16), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float y, nint stride)
    {
        _a.Store(ref y, stride);
        _b.Store(ref Unsafe.Add(ref y, 16), stride);
        _c.Store(ref Unsafe.Add(ref y, 4 * stride), stride);
        _d.Store(ref Unsafe.Add(ref y, (4 * stride) + 16), stride);
    }
}
