using System.Runtime.Intrinsics;
using Hornet.Native;

namespace Hornet;

/// <summary>The steps of a GRU with the usual activations, whose reset gate comes after the product with U.</summary>
/// <remarks>
/// (z, r) = σ(x · W + h · U + b); q = h · U + b; c = tanh(x · W + b + r · q); h' = z · h + (1 − z) · c. Kept are z, r,
/// c and q.
/// </remarks>
internal sealed class GruSteps<T>(int units) : RecurrentSteps<T>(units)
    where T : unmanaged
{
    public override int Gates => 3;

    public override int Kept => 4;

    public override int Gradients => 4;

    public override int FirstBack => 2;

    public override int SecondAt => 3;

    public override void Forward(in ForwardRow row)
    {
        for (var at = 0; at < Units; at += Lanes<T>.Count)
        {
            var count = Units - at;
            var (atR, atC, atQ) = (at + Units, at + (2 * Units), at + (3 * Units));
            var z = Lanes<T>.Sigmoid(Plus(row, at, count) + Lanes<T>.Load(row.Product, at, count));
            var r = Lanes<T>.Sigmoid(Plus(row, atR, count) + Lanes<T>.Load(row.Product, atR, count));
            var q = Lanes<T>.Load(row.Product, atC, count) + Lanes<T>.Load(row.Bias, atQ, count);
            var c = Lanes<T>.Tanh(Lanes<T>.MultiplyAdd(r, q, Plus(row, atC, count)));
            var h = Lanes<T>.MultiplyAdd(z, Lanes<T>.Load(row.H, at, count) - c, c);
            Lanes<T>.Store(z, row.Kept, at, count);
            Lanes<T>.Store(r, row.Kept, atR, count);
            Lanes<T>.Store(c, row.Kept, atC, count);
            Lanes<T>.Store(q, row.Kept, atQ, count);
            Lanes<T>.Store(h, row.H, at, count);
        }
    }

    // dz = dh·(h − c); dc = dh·(1 − z), through tanh; dr = dc·q; dq = dc·r; dz and dr through σ; dh·z goes straight back
    public override void Backward(in BackwardRow row)
    {
        var one = Vector512<T>.One;
        for (var at = 0; at < Units; at += Lanes<T>.Count)
        {
            var count = Units - at;
            var z = Lanes<T>.Load(row.Kept, at, count);
            var r = Lanes<T>.Load(row.Kept, at + Units, count);
            var c = Lanes<T>.Load(row.Kept, at + (2 * Units), count);
            var q = Lanes<T>.Load(row.Kept, at + (3 * Units), count);
            var dh = Lanes<T>.Load(row.GradientH, at, count);
            var dc = dh * (one - z) * (one - (c * c));
            var dz = dh * (Lanes<T>.Load(row.H, at, count) - c) * z * (one - z);
            Lanes<T>.Store(dz, row.Gradient, at, count);
            Lanes<T>.Store(dc * q * r * (one - r), row.Gradient, at + Units, count);
            Lanes<T>.Store(dc, row.Gradient, at + (2 * Units), count);
            Lanes<T>.Store(dc * r, row.Gradient, at + (3 * Units), count);
            Lanes<T>.Store(dh * z, row.GradientH, at, count);
        }
    }

    // Of z and r, both biases are added to the same sum.
    public override void ReadBias(Address bias, Address sums)
    {
        bias.Span<T>(3 * Units).CopyTo(sums.Span<T>(3 * Units));
        bias.Span<T>(5L * Units, Units).CopyTo(sums.Span<T>(3L * Units, Units));
        for (var at = 0; at < 2 * Units; at += Lanes<T>.Count)
        {
            var count = (2 * Units) - at;
            var both = Lanes<T>.Load(bias, at, count) + Lanes<T>.Load(bias.Skip<T>(3L * Units), at, count);
            Lanes<T>.Store(both, sums, at, count);
        }
    }

    public override void WriteBias(Address sums, Address bias)
    {
        sums.Span<T>(3 * Units).CopyTo(bias.Span<T>(3 * Units));
        sums.Span<T>(2 * Units).CopyTo(bias.Span<T>(3L * Units, 2 * Units));
        sums.Span<T>(3L * Units, Units).CopyTo(bias.Span<T>(5L * Units, Units));
    }

    private static Vector512<T> Plus(in ForwardRow row, int at, int count) =>
        Lanes<T>.Load(row.Kept, at, count) + Lanes<T>.Load(row.Bias, at, count);
}
