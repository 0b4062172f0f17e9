using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>The steps of an LSTM with the usual activations.</summary>
/// <remarks>
/// (i, f, g, o) = (σ, σ, tanh, σ)(x · W + h · U + b); c' = f · c + i · g; h' = o · tanh(c'). Kept are i, f, g, o, c'.
/// </remarks>
internal sealed class LstmSteps<T>(int units) : RecurrentSteps<T>(units)
    where T : unmanaged
{
    public override int Gates => 4;

    public override int States => 2;

    public override int Kept => 5;

    public override void Forward(in ForwardRow row)
    {
        Lanes<T>.SigmoidOfSum(row.Kept, row.Product, row.Bias, 0, 2 * Units);
        Lanes<T>.TanhOfSum(row.Kept, row.Product, row.Bias, 2 * Units, Units);
        Lanes<T>.SigmoidOfSum(row.Kept, row.Product, row.Bias, 3 * Units, Units);
        var whole = Units - (Units % Lanes<T>.Count);
        for (var at = 0; at < whole; at += Lanes<T>.Count)
        {
            Forward<Whole>(row, at, Lanes<T>.Count);
        }

        if (whole < Units)
        {
            Forward<Rest>(row, whole, Units - whole);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Forward<TRoom>(in ForwardRow row, int at, int count)
        where TRoom : struct
    {
        var i = Lanes<T>.Load<TRoom>(row.Kept, at, count);
        var f = Lanes<T>.Load<TRoom>(row.Kept, at + Units, count);
        var g = Lanes<T>.Load<TRoom>(row.Kept, at + (2 * Units), count);
        var o = Lanes<T>.Load<TRoom>(row.Kept, at + (3 * Units), count);
        var c = Lanes<T>.MultiplyAdd(f, Lanes<T>.Load<TRoom>(row.C, at, count), i * g);
        Lanes<T>.Store<TRoom>(c, row.Kept, at + (4 * Units), count);
        Lanes<T>.Store<TRoom>(c, row.C, at, count);
        Lanes<T>.Store<TRoom>(o * Lanes<T>.Tanh(c), row.H, at, count);
    }

    public override void Skip(in ForwardRow row) =>
        row.C.Span<T>(Units).CopyTo(row.Kept.Span<T>(4L * Units, Units));

    // do = dh·tanh(c'); dc = dc' + dh·o·(1 − tanh²(c')); di = dc·g; df = dc·c; dg = dc·i; each through its activation
    public override void Backward(in BackwardRow row)
    {
        var whole = Units - (Units % Lanes<T>.Count);
        for (var at = 0; at < whole; at += Lanes<T>.Count)
        {
            Backward<Whole>(row, at, Lanes<T>.Count);
        }

        if (whole < Units)
        {
            Backward<Rest>(row, whole, Units - whole);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Backward<TRoom>(in BackwardRow row, int at, int count)
        where TRoom : struct
    {
        var one = Vector512<T>.One;
        var i = Lanes<T>.Load<TRoom>(row.Kept, at, count);
        var f = Lanes<T>.Load<TRoom>(row.Kept, at + Units, count);
        var g = Lanes<T>.Load<TRoom>(row.Kept, at + (2 * Units), count);
        var o = Lanes<T>.Load<TRoom>(row.Kept, at + (3 * Units), count);
        var tanh = Lanes<T>.Tanh(Lanes<T>.Load<TRoom>(row.Kept, at + (4 * Units), count));
        var dh = Lanes<T>.Load<TRoom>(row.GradientH, at, count);
        var dc = Lanes<T>.MultiplyAdd(dh * o, one - (tanh * tanh), Lanes<T>.Load<TRoom>(row.GradientC, at, count));
        var df = dc * Lanes<T>.Load<TRoom>(row.C, at, count);
        Lanes<T>.Store<TRoom>(dc * g * i * (one - i), row.Gradient, at, count);
        Lanes<T>.Store<TRoom>(df * f * (one - f), row.Gradient, at + Units, count);
        Lanes<T>.Store<TRoom>(dc * i * (one - (g * g)), row.Gradient, at + (2 * Units), count);
        Lanes<T>.Store<TRoom>(dh * tanh * o * (one - o), row.Gradient, at + (3 * Units), count);
        Lanes<T>.Store<TRoom>(dc * f, row.GradientC, at, count);
        Lanes<T>.Store<TRoom>(default, row.GradientH, at, count);
    }
}
