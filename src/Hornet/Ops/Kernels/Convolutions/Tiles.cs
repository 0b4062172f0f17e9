using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>Sums of products of some places with some channels, as many as stay in registers.</summary>
internal interface ITile
{
    /// <summary>How many places there are.</summary>
    static abstract int Places { get; }

    /// <summary>How many channels there are.</summary>
    static abstract int Channels { get; }

    /// <summary>Adds x[place] · w[channel]; places are so many bytes apart.</summary>
    void Add(ref byte x, nint stride, nint thrice, ref float w);

    /// <summary>Adds to the sums what is there already; places are so many elements apart.</summary>
    void AddWhatIs(ref float y, nint stride);

    /// <summary>Writes the sums.</summary>
    void Store(ref float y, nint stride);
}

/// <summary>Twice as many places.</summary>
internal struct Below<TTile> : ITile
    where TTile : struct, ITile
{
#pragma warning disable CS0649 // sums begin at zero, which is the default
    private TTile _above, _below;
#pragma warning restore CS0649

    public static int Places => 2 * TTile.Places;

    public static int Channels => TTile.Channels;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref byte x, nint stride, nint thrice, ref float w)
    {
        _above.Add(ref x, stride, thrice, ref w);
        _below.Add(ref Unsafe.AddByteOffset(ref x, TTile.Places * stride), stride, thrice, ref w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddWhatIs(ref float y, nint stride)
    {
        _above.AddWhatIs(ref y, stride);
        _below.AddWhatIs(ref Unsafe.Add(ref y, TTile.Places * stride), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float y, nint stride)
    {
        _above.Store(ref y, stride);
        _below.Store(ref Unsafe.Add(ref y, TTile.Places * stride), stride);
    }
}

/// <summary>Twice as many channels.</summary>
internal struct Beside<TTile> : ITile
    where TTile : struct, ITile
{
#pragma warning disable CS0649 // sums begin at zero, which is the default
    private TTile _left, _right;
#pragma warning restore CS0649

    public static int Places => TTile.Places;

    public static int Channels => 2 * TTile.Channels;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref byte x, nint stride, nint thrice, ref float w)
    {
        _left.Add(ref x, stride, thrice, ref w);
        _right.Add(ref x, stride, thrice, ref Unsafe.Add(ref w, TTile.Channels));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddWhatIs(ref float y, nint stride)
    {
        _left.AddWhatIs(ref y, stride);
        _right.AddWhatIs(ref Unsafe.Add(ref y, TTile.Channels), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float y, nint stride)
    {
        _left.Store(ref y, stride);
        _right.Store(ref Unsafe.Add(ref y, TTile.Channels), stride);
    }
}
