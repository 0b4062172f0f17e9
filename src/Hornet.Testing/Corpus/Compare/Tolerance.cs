using System.Globalization;
using System.Numerics;

namespace Hornet.Testing;

/// <summary>How far apart two numbers may lie: the relative OR the absolute error must be within it.</summary>
public readonly record struct Tolerance(double Relative, double Absolute)
{
    /// <summary>No difference at all.</summary>
    public static Tolerance Exact => default;

    /// <summary>The same bound for both errors.</summary>
    public static Tolerance Of(double bound) => new(bound, bound);

    /// <summary>Whether a number agrees. NaN agrees with NaN, an infinity with itself alone.</summary>
    public bool Agree(double expected, double actual)
    {
        if (double.IsNaN(expected) || double.IsNaN(actual))
        {
            return double.IsNaN(expected) && double.IsNaN(actual);
        }

        return expected == actual || Within(Math.Abs(expected - actual), Math.Abs(expected));
    }

    /// <summary>Whether a complex number agrees: by the distance, or part by part where a part is not finite.</summary>
    public bool Agree(Complex expected, Complex actual) =>
        Complex.IsFinite(expected) && Complex.IsFinite(actual)
            ? Within(Complex.Abs(expected - actual), Complex.Abs(expected))
            : Agree(expected.Real, actual.Real) && Agree(expected.Imaginary, actual.Imaginary);

    /// <inheritdoc/>
    public override string ToString() => this == Exact
        ? "exact"
        : $"within {Text(Relative)} relative, {Text(Absolute)} absolute";

    private static string Text(double bound) => bound.ToString("0.##E-0", CultureInfo.InvariantCulture);

    // An infinite error would be within any part of an infinite number.
    private bool Within(double error, double magnitude) =>
        double.IsFinite(error) && (error <= Absolute || error <= Relative * magnitude);
}
