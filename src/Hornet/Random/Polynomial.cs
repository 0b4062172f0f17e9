using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>Polynomials by Horner's rule, each step in one rounding.</summary>
internal static class Polynomial
{
    /// <summary>The coefficients begin with that of the highest power.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Of(Vector<float> x, float a, float b, float c) =>
        Step(Step(new Vector<float>(a), x, b), x, c);

    /// <inheritdoc cref="Of(Vector{float}, float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Of(
        Vector<float> x, float a, float b, float c, float d, float e, float f, float g) =>
        Step(Step(Step(Step(Of(x, a, b, c), x, d), x, e), x, f), x, g);

    /// <inheritdoc cref="Of(Vector{float}, float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Of(
        Vector<float> x, float a, float b, float c, float d, float e, float f, float g, float h, float i) =>
        Step(Step(Of(x, a, b, c, d, e, f, g), x, h), x, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Step(Vector<float> sum, Vector<float> x, float coefficient) =>
        Vector.FusedMultiplyAdd(sum, x, new Vector<float>(coefficient));
}
