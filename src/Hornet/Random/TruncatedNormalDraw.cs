using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>Normal, with nothing further from the mean than two standard deviations.</summary>
internal readonly struct TruncatedNormalDraw : IDraw
{
    private const float ErfOfRoot2 = 0.95449974f;

    private readonly UniformDraw _uniform;
    private readonly NormalDraw.Scaling _scaling;
    private readonly Precision _precision;

    internal TruncatedNormalDraw(float mean, float stddev, Precision precision)
    {
        var erf = precision.Round(ErfOfRoot2);
        _uniform = new(-erf, erf, precision);
        _scaling = new(mean, stddev, precision);
        _precision = precision;
    }

    // √2 · erf⁻¹(uniform in (erf(−√2), erf(√2))), kept within the open (−2, 2), · stddev + mean
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Of(Vector<uint> bits)
    {
        var standard = NormalDraw.Standard(_uniform.Of(bits), _precision);
        var limit = new Vector<float>(2 * _precision.BelowOne);
        return _scaling.Of(Vector.Min(limit, Vector.Max(-limit, standard)));
    }
}
