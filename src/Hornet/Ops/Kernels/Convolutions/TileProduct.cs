using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Hornet.Native;

namespace Hornet;

/// <summary>A product of matrices, the left one of which lies in pieces where it is.</summary>
/// <remarks>y[p, c] = Σ_l Σ_k x[lines[l] + p·stride + k·step] · w[l·count + k, c]</remarks>
/// <param name="lines">Where the pieces begin.</param>
/// <param name="count">How many elements of a place a piece has.</param>
/// <param name="stride">How far a place is from the next, in elements.</param>
/// <param name="step">How far an element of a place is from the next.</param>
/// <param name="channels">How many columns w and y have: a multiple of <see cref="Register"/>.</param>
/// <param name="results">How far a place of y is from the next.</param>
internal readonly ref struct TileProduct(
    ReadOnlySpan<int> lines, int count, int stride, int step, int channels, int results)
{
    /// <summary>The channels of a register.</summary>
    public const int Register = 16;

    /// <summary>Room for a tile, of which a part is wanted.</summary>
    public const int SpareFloats = 16 * Register;

    private readonly ReadOnlySpan<int> _lines = lines;

    /// <summary>Computes some places, or adds them to what is there.</summary>
    /// <param name="x">The left matrix; as far as 16 places from the last one it may be read.</param>
    /// <param name="w">The right matrix.</param>
    /// <param name="y">The result.</param>
    /// <param name="places">How many.</param>
    /// <param name="adds">Whether the products are added to what is there.</param>
    /// <param name="spare">Room for <see cref="SpareFloats"/>.</param>
    public void Run(Address x, Address w, Address y, int places, bool adds, Address spare)
    {
        for (var channel = 0; channel < channels;)
        {
            var (columns, sums) = (w.Skip<float>(channel), y.Skip<float>(channel));
            if (channels - channel >= 2 * Register)
            {
                RunTiles<Below<Beside<FourSums>>, Beside<FourSums>>(x, columns, sums, places, adds, spare);
                channel += 2 * Register;
            }
            else
            {
                RunTiles<Below<Below<FourSums>>, Below<FourSums>>(x, columns, sums, places, adds, spare);
                channel += Register;
            }
        }
    }

    private void RunTiles<TWide, TNarrow>(Address x, Address w, Address y, int places, bool adds, Address spare)
        where TWide : struct, ITile
        where TNarrow : struct, ITile
    {
        for (var place = 0; place < places;)
        {
            var (from, to) = (x.Skip<float>((long)place * stride), y.Skip<float>((long)place * results));
            var left = places - place;
            if (left > TNarrow.Places)
            {
                RunTile<TWide>(from, w, to, Math.Min(left, TWide.Places), adds, spare);
                place += TWide.Places;
            }
            else
            {
                RunTile<TNarrow>(from, w, to, left, adds, spare);
                place += TNarrow.Places;
            }
        }
    }

    private void RunTile<TTile>(Address x, Address w, Address y, int places, bool adds, Address spare)
        where TTile : struct, ITile
    {
        if (stride == 1)
        {
            RunTile<TTile, SideBySide>(x, w, y, places, adds, spare);
        }
        else
        {
            RunTile<TTile, Apart>(x, w, y, places, adds, spare);
        }
    }

    private void RunTile<TTile, TStride>(Address x, Address w, Address y, int places, bool adds, Address spare)
        where TTile : struct, ITile
        where TStride : struct, IStride
    {
        if (places == TTile.Places)
        {
            Compute<TTile, TStride>(ref x.First<byte>(), ref w.First<float>(), ref y.First<float>(), results, adds);
            return;
        }

        Compute<TTile, TStride>(
            ref x.First<byte>(), ref w.First<float>(), ref spare.First<float>(), TTile.Channels, false);
        for (var place = 0; place < places; place++)
        {
            var some = spare.Span<float>((long)place * TTile.Channels, TTile.Channels);
            var target = y.Span<float>((long)place * results, TTile.Channels);
            if (adds)
            {
                TensorPrimitives.Add(target, some, target);
            }
            else
            {
                some.CopyTo(target);
            }
        }
    }

    // Not inlined: in a larger method the sums would not stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Compute<TTile, TStride>(ref byte x, ref float w, ref float y, nint yStride, bool adds)
        where TTile : struct, ITile
        where TStride : struct, IStride
    {
        var tile = default(TTile);
        nint stride1 = TStride.Of(stride) * sizeof(float), stride3 = 3 * stride1, step1 = step * sizeof(float);
        nint wStride = channels;
        ref var line = ref MemoryMarshal.GetReference(_lines);
        for (var l = 0; l < _lines.Length; l++)
        {
            ref var place = ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref line, l) * sizeof(float));
            for (var k = count; k > 0; k--)
            {
                tile.Add(ref place, stride1, stride3, ref w);
                place = ref Unsafe.AddByteOffset(ref place, step1);
                w = ref Unsafe.Add(ref w, wStride);
            }
        }

        if (adds)
        {
            tile.AddWhatIs(ref y, yStride);
        }

        tile.Store(ref y, yStride);
    }

    private interface IStride
    {
        static abstract int Of(int stride);
    }

    // The compiler then has addresses without an index, which the processor reads at full speed.
    private readonly struct SideBySide : IStride
    {
        public static int Of(int stride) => 1;
    }

    private readonly struct Apart : IStride
    {
        public static int Of(int stride) => stride;
    }
}
