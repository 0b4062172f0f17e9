using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>The inverse of the error function in float32 as XLA computes it, bit for bit (Giles, 2012).</summary>
internal static class XlaErfInv
{
    // w = −log (1 − x²); near the middle a polynomial in w − 5/2, in the tails one in √w − 3, each times x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> ErfInv(Vector<float> x)
    {
        var w = -XlaLog.Log1P(-(x * x));
        var middle = Vector.LessThan(w, new Vector<float>(5));
        var p = Middle(w - new Vector<float>(2.5f));
        if (!Vector.EqualsAll(middle, Vector<int>.AllBitsSet))
        {
            p = Vector.ConditionalSelect(middle, p, Tail(Vector.SquareRoot(w) - new Vector<float>(3)));
        }

        return p * x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Middle(Vector<float> w) => Polynomial.Of(
        w,
        2.81022636e-08f,
        3.43273939e-07f,
        -3.5233877e-06f,
        -4.39150654e-06f,
        0.00021858087f,
        -0.00125372503f,
        -0.00417768164f,
        0.246640727f,
        1.50140941f);

    private static Vector<float> Tail(Vector<float> w) => Polynomial.Of(
        w,
        -0.000200214257f,
        0.000100950558f,
        0.00134934322f,
        -0.00367342844f,
        0.00573950773f,
        -0.0076224613f,
        0.00943887047f,
        1.00167406f,
        2.83297682f);
}
