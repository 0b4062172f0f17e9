using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>The steps of an LSTM with the usual activations.</summary>
/// <remarks>
/// (i, f, g, o) = (σ, σ, tanh, σ)(x · W + h · U + b); c' = f · c + i · g; h' = o · tanh(c'). Kept are i, f, g, o and c'.
/// </remarks>
internal sealed class LstmSteps<T>(int units) : RecurrentSteps<T>(units)
    where T : unmanaged
{
    public override int Gates => 4;

    public override int States => 2;

    public override int Kept => 5;

    public override void Forward(in ForwardRow row)
    {
        for (var at = 0; at < Units; at += Lanes<T>.Count)
        {
            var count = Units - at;
            var i = Lanes<T>.Sigmoid(Sum(row, at, count));
            var f = Lanes<T>.Sigmoid(Sum(row, at + Units, count));
            var g = Lanes<T>.Tanh(Sum(row, at + (2 * Units), count));
            var o = Lanes<T>.Sigmoid(Sum(row, at + (3 * Units), count));
            var c = Lanes<T>.MultiplyAdd(f, Lanes<T>.Load(row.C, at, count), i * g);
            Lanes<T>.Store(i, row.Kept, at, count);
            Lanes<T>.Store(f, row.Kept, at + Units, count);
            Lanes<T>.Store(g, row.Kept, at + (2 * Units), count);
            Lanes<T>.Store(o, row.Kept, at + (3 * Units), count);
            Lanes<T>.Store(c, row.Kept, at + (4 * Units), count);
            Lanes<T>.Store(c, row.C, at, count);
            Lanes<T>.Store(o * Lanes<T>.Tanh(c), row.H, at, count);
        }
    }

    public override void Skip(in ForwardRow row) =>
        row.C.Span<T>(Units).CopyTo(row.Kept.Span<T>(4L * Units, Units));

    // do = dh·tanh(c'); dc = dc' + dh·o·(1 − tanh²(c')); di = dc·g; df = dc·c; dg = dc·i; each through its activation
    public override void Backward(in BackwardRow row)
    {
        var one = Vector512<T>.One;
        for (var at = 0; at < Units; at += Lanes<T>.Count)
        {
            var count = Units - at;
            var i = Lanes<T>.Load(row.Kept, at, count);
            var f = Lanes<T>.Load(row.Kept, at + Units, count);
            var g = Lanes<T>.Load(row.Kept, at + (2 * Units), count);
            var o = Lanes<T>.Load(row.Kept, at + (3 * Units), count);
            var tanh = Lanes<T>.Tanh(Lanes<T>.Load(row.Kept, at + (4 * Units), count));
            var dh = Lanes<T>.Load(row.GradientH, at, count);
            var dc = Lanes<T>.MultiplyAdd(dh * o, one - (tanh * tanh), Lanes<T>.Load(row.GradientC, at, count));
            var df = dc * Lanes<T>.Load(row.C, at, count);
            Lanes<T>.Store(dc * g * i * (one - i), row.Gradient, at, count);
            Lanes<T>.Store(df * f * (one - f), row.Gradient, at + Units, count);
            Lanes<T>.Store(dc * i * (one - (g * g)), row.Gradient, at + (2 * Units), count);
            Lanes<T>.Store(dh * tanh * o * (one - o), row.Gradient, at + (3 * Units), count);
            Lanes<T>.Store(dc * f, row.GradientC, at, count);
            Lanes<T>.Store(default, row.GradientH, at, count);
        }
    }

    private static Vector512<T> Sum(in ForwardRow row, int at, int count) =>
        Lanes<T>.Load(row.Kept, at, count) + Lanes<T>.Load(row.Bias, at, count)
        + Lanes<T>.Load(row.Product, at, count);
}
