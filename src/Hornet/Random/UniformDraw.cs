using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>Uniform between two bounds, the upper one left out.</summary>
internal readonly struct UniformDraw : IDraw
{
    private readonly float _low;
    private readonly float _span;
    private readonly Precision _precision;

    internal UniformDraw(float low, float high, Precision precision)
    {
        _low = precision.Round(low);
        _span = precision.Round(precision.Round(high) - _low);
        _precision = precision;
    }

    // max(low, unit · (high − low) + low)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Of(Vector<uint> bits)
    {
        var low = new Vector<float>(_low);
        var value = _precision.MultiplyAdd(_precision.Unit(bits), new Vector<float>(_span), low);
        return Vector.ConditionalSelect(Vector.LessThan(value, low), low, value);
    }
}
