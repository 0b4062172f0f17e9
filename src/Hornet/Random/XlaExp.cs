namespace Hornet;

/// <summary>
/// The exponential function in float32 as XLA computes it on CPUs, bit for bit: Cephes's polynomial (Moshier), with the
/// products and sums contracted.
/// </summary>
internal static class XlaExp
{
    // x = r + n · log 2 with r around 0: e^x = e^r · 2^n, and log 2 is taken in two parts. Below 2^-126 it is 0.
    internal static float Exp(float x)
    {
        x = Math.Clamp(x, -87.8f, 88.8f);
        var n = Math.Clamp(MathF.Floor(MathF.FusedMultiplyAdd(x, 1.44269504088896341f, 0.5f)), -127, 127);
        var r = MathF.FusedMultiplyAdd(2.12194440e-4f, n, MathF.FusedMultiplyAdd(-0.693359375f, n, x));
        var p = MathF.FusedMultiplyAdd(r, 1.9875691500e-4f, 1.3981999507e-3f);
        p = MathF.FusedMultiplyAdd(p, r, 8.3334519073e-3f);
        p = MathF.FusedMultiplyAdd(p, r, 4.1665795894e-2f);
        p = MathF.FusedMultiplyAdd(p, r, 1.6666665459e-1f);
        p = MathF.FusedMultiplyAdd(p, r, 5.0000001201e-1f);
        return (1 + MathF.FusedMultiplyAdd(p, r * r, r)) * PowerOfTwo((int)n);
    }

    private static float PowerOfTwo(int n) => BitConverter.Int32BitsToSingle((n + 127) << 23);
}
