namespace Hornet.Testing;

/// <summary>The two kinds of floats in a byte: so few numbers that a table holds them.</summary>
internal sealed class Float8 : ElementCodec
{
    private readonly double[] _values;

    private Float8(string name, int exponentBits, bool infinities)
        : base(name, 1, ElementKind.Float) =>
        _values = [.. Enumerable.Range(0, 256).Select(bits => Decode((byte)bits, exponentBits, infinities))];

    /// <summary>4 bits of exponent, 3 of mantissa, no infinities: only the byte of all ones is no number.</summary>
    public static Float8 E4M3FN { get; } = new("float8_e4m3fn", 4, infinities: false);

    /// <summary>5 bits of exponent, 2 of mantissa, infinities as in IEEE 754.</summary>
    public static Float8 E5M2 { get; } = new("float8_e5m2", 5, infinities: true);

    public override double ReadDouble(ReadOnlySpan<byte> element) => _values[element[0]];

    public override void WriteDouble(Span<byte> element, double value) =>
        element[0] = (byte)(Nearest(Math.Abs(value)) | (double.IsNegative(value) ? 0x80 : 0));

    // The finite magnitude that lies nearest; of two as near, the one whose last bit is 0. NaN and infinity by name.
    private int Nearest(double magnitude)
    {
        if (!double.IsFinite(magnitude))
        {
            return Array.IndexOf(_values, magnitude) is >= 0 and var found ? found : 0x7F;
        }

        var best = 0;
        for (var bits = 1; bits < 0x80 && double.IsFinite(_values[bits]); bits++)
        {
            var step = Math.Abs(_values[bits] - magnitude).CompareTo(Math.Abs(_values[best] - magnitude));
            best = step < 0 || (step == 0 && bits % 2 == 0) ? bits : best;
        }

        return best;
    }

    // (-1)^s 2^(e - bias) 1.m, and 2^(1 - bias) 0.m where e = 0.
    private static double Decode(byte bits, int exponentBits, bool infinities)
    {
        var mantissaBits = 7 - exponentBits;
        var steps = 1 << mantissaBits;
        var mantissa = bits & (steps - 1);
        var exponent = (bits & 0x7F) >> mantissaBits;
        var sign = bits < 0x80 ? 1.0 : -1.0;
        if (exponent == (1 << exponentBits) - 1 && (infinities || mantissa == steps - 1))
        {
            return infinities && mantissa == 0 ? sign * double.PositiveInfinity : double.NaN;
        }

        var bias = (1 << (exponentBits - 1)) - 1;
        return exponent == 0
            ? sign * Math.ScaleB((double)mantissa / steps, 1 - bias)
            : sign * Math.ScaleB(1 + ((double)mantissa / steps), exponent - bias);
    }
}
