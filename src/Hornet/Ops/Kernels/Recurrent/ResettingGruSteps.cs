using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>The steps of a GRU with the usual activations, whose reset gate comes before the product with U.</summary>
/// <remarks>
/// (z, r) = σ(x · W + h · U + b); c = tanh(x · W + (r · h) · U + b); h' = z · h + (1 − z) · c. Kept are z, r and c.
/// </remarks>
internal sealed class ResettingGruSteps<T>(int units) : RecurrentSteps<T>(units)
    where T : unmanaged
{
    public override int Gates => 3;

    public override int First => 2;

    public override int FirstBack => 2;

    public override int SecondAt => 2;

    public override void Forward(in ForwardRow row)
    {
        for (var at = 0; at < Units; at += Lanes<T>.Count)
        {
            var count = Units - at;
            var z = Lanes<T>.Sigmoid(Plus(row, at, count) + Lanes<T>.Load(row.Product, at, count));
            var r = Lanes<T>.Sigmoid(Plus(row, at + Units, count) + Lanes<T>.Load(row.Product, at + Units, count));
            Lanes<T>.Store(z, row.Kept, at, count);
            Lanes<T>.Store(r, row.Kept, at + Units, count);
            Lanes<T>.Store(r * Lanes<T>.Load(row.H, at, count), row.Recalled, at, count);
        }
    }

    public override void Finish(in ForwardRow row)
    {
        for (var at = 0; at < Units; at += Lanes<T>.Count)
        {
            var count = Units - at;
            var c = Lanes<T>.Tanh(Plus(row, at + (2 * Units), count) + Lanes<T>.Load(row.Product, at, count));
            var z = Lanes<T>.Load(row.Kept, at, count);
            Lanes<T>.Store(c, row.Kept, at + (2 * Units), count);
            Lanes<T>.Store(
                Lanes<T>.MultiplyAdd(z, Lanes<T>.Load(row.H, at, count) - c, c), row.H, at, count);
        }
    }

    // dz = dh·(h − c), through σ; dc = dh·(1 − z), through tanh; dh·z goes straight back
    public override void Backward(in BackwardRow row)
    {
        var one = Vector512<T>.One;
        for (var at = 0; at < Units; at += Lanes<T>.Count)
        {
            var count = Units - at;
            var (z, h) = (Lanes<T>.Load(row.Kept, at, count), Lanes<T>.Load(row.H, at, count));
            var c = Lanes<T>.Load(row.Kept, at + (2 * Units), count);
            var dh = Lanes<T>.Load(row.GradientH, at, count);
            Lanes<T>.Store(dh * (h - c) * z * (one - z), row.Gradient, at, count);
            Lanes<T>.Store(dh * (one - z) * (one - (c * c)), row.Gradient, at + (2 * Units), count);
            Lanes<T>.Store(dh * z, row.GradientH, at, count);
            Lanes<T>.Store(Lanes<T>.Load(row.Kept, at + Units, count) * h, row.Recalled, at, count);
        }
    }

    // d(r·h) is there: dr = d(r·h)·h, through σ; d(r·h)·r goes straight back
    public override void FinishBackward(in BackwardRow row)
    {
        for (var at = 0; at < Units; at += Lanes<T>.Count)
        {
            var count = Units - at;
            var (r, h) = (Lanes<T>.Load(row.Kept, at + Units, count), Lanes<T>.Load(row.H, at, count));
            var given = Lanes<T>.Load(row.Product, at, count);
            var dh = Lanes<T>.MultiplyAdd(given, r, Lanes<T>.Load(row.GradientH, at, count));
            Lanes<T>.Store(given * h * r * (Vector512<T>.One - r), row.Gradient, at + Units, count);
            Lanes<T>.Store(dh, row.GradientH, at, count);
        }
    }

    private static Vector512<T> Plus(in ForwardRow row, int at, int count) =>
        Lanes<T>.Load(row.Kept, at, count) + Lanes<T>.Load(row.Bias, at, count);
}
