using System.Numerics;
using System.Runtime.InteropServices;

namespace Hornet;

/// <summary>A distribution that makes each value of 32 random bits alone.</summary>
internal interface IDraw
{
    Vector<float> Of(Vector<uint> bits);
}

/// <summary>Arrays of values of such a distribution.</summary>
internal static class Draws
{
    // Bits and values share one buffer, filled in pieces that stay in the first cache.
    private const int Piece = 2048;

    /// <summary>
    /// The values of the elements from <paramref name="from"/> on. Any cut of an array gives the same values, so that
    /// threads may share one.
    /// </summary>
    internal static void Fill<TDraw>(TDraw draw, RandomKey key, long from, Span<float> destination)
        where TDraw : struct, IDraw
    {
        for (var done = 0; done < destination.Length; done += Piece)
        {
            var piece = destination[done..Math.Min(done + Piece, destination.Length)];
            Threefry.Bits(key, from + done, MemoryMarshal.Cast<float, uint>(piece));
            Map(draw, piece);
        }
    }

    /// <summary>The value of the one element of a scalar.</summary>
    internal static float One<TDraw>(TDraw draw, RandomKey key)
        where TDraw : struct, IDraw =>
        draw.Of(new Vector<uint>(Threefry.Word(key, 0)))[0];

    private static void Map<TDraw>(TDraw draw, Span<float> piece)
        where TDraw : struct, IDraw
    {
        var whole = MemoryMarshal.Cast<float, Vector<uint>>(piece);
        foreach (ref var bits in whole)
        {
            bits = Vector.AsVectorUInt32(draw.Of(bits));
        }

        var rest = piece[(whole.Length * Vector<float>.Count)..];
        if (rest.IsEmpty)
        {
            return;
        }

        Span<float> padded = stackalloc float[Vector<float>.Count];
        rest.CopyTo(padded);
        draw.Of(Vector.AsVectorUInt32(new Vector<float>(padded))).CopyTo(padded);
        padded[..rest.Length].CopyTo(rest);
    }
}
