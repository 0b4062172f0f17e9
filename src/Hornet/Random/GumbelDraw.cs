using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>Gumbel's distribution, by which the largest of several log-probabilities is a categorical sample.</summary>
internal readonly struct GumbelDraw(Precision precision) : IDraw
{
    // −log(−log(max(tiny, unit)))
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Of(Vector<uint> bits)
    {
        var u = Vector.Max(precision.Unit(bits), new Vector<float>(precision.Tiny));
        return precision.Round(-XlaLog.Log(precision.Round(-XlaLog.Log(u))));
    }
}
