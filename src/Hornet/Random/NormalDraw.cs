using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>Normal with a mean and a standard deviation.</summary>
internal readonly struct NormalDraw : IDraw
{
    private readonly UniformDraw _uniform;
    private readonly Scaling _scaling;
    private readonly Precision _precision;

    internal NormalDraw(float mean, float stddev, Precision precision)
    {
        _uniform = new(-precision.BelowOne, 1, precision);
        _scaling = new(mean, stddev, precision);
        _precision = precision;
    }

    // √2 · erf⁻¹(uniform in (−1, 1)) · stddev + mean
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Of(Vector<uint> bits) => _scaling.Of(Standard(_uniform.Of(bits), _precision));

    /// <summary>The standard normal number whose place in (−1, 1) is given: <c>√2 · erf⁻¹(u)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Standard(Vector<float> u, Precision precision)
    {
        var root = new Vector<float>(precision.Round(1.41421356f));
        return precision.Round(root * precision.Round(XlaErfInv.ErfInv(u)));
    }

    /// <summary>From the standard distribution to that of a mean and a standard deviation, in two roundings.</summary>
    internal readonly struct Scaling(float mean, float stddev, Precision precision)
    {
        private readonly float _mean = precision.Round(mean);
        private readonly float _stddev = precision.Round(stddev);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vector<float> Of(Vector<float> standard) =>
            precision.Round(precision.Round(standard * new Vector<float>(_stddev)) + new Vector<float>(_mean));
    }
}
