using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>The steps of a GRU with the usual activations, whose reset gate comes before the product with U.</summary>
/// <remarks>
/// (z, r) = σ(x · W + h · U + b); c = tanh(x · W + (r · h) · U + b); h' = z · h + (1 − z) · c. Kept are z, r and c.
/// </remarks>
internal sealed class ResettingGruSteps<T>(int units) : RecurrentSteps<T>(units)
    where T : unmanaged, INumberBase<T>
{
    public override int Gates => 3;

    public override int First => 2;

    public override int FirstBack => 2;

    public override int SecondAt => 2;

    public override void Forward(in ForwardRow row)
    {
        Lanes<T>.SigmoidOfSum(row.Kept, row.Product, row.Bias, 0, 2 * Units);
        TensorPrimitives.Multiply(
            row.Kept.Span<T>(Units, Units), row.H.Span<T>(Units), row.Recalled.Span<T>(Units));
    }

    public override void Finish(in ForwardRow row)
    {
        var c = row.Kept.Skip<T>(2L * Units);
        Lanes<T>.TanhOfSum(c, row.Product, row.Bias.Skip<T>(2L * Units), 0, Units);
        var whole = Units - (Units % Lanes<T>.Count);
        for (var at = 0; at < whole; at += Lanes<T>.Count)
        {
            Mix<Whole>(row, at, Lanes<T>.Count);
        }

        if (whole < Units)
        {
            Mix<Rest>(row, whole, Units - whole);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mix<TRoom>(in ForwardRow row, int at, int count)
        where TRoom : struct
    {
        var z = Lanes<T>.Load<TRoom>(row.Kept, at, count);
        var c = Lanes<T>.Load<TRoom>(row.Kept, at + (2 * Units), count);
        var h = Lanes<T>.Load<TRoom>(row.H, at, count);
        Lanes<T>.Store<TRoom>(Lanes<T>.MultiplyAdd(z, h - c, c), row.H, at, count);
    }

    // dz = dh·(h − c), through σ; dc = dh·(1 − z), through tanh; dh·z goes on
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
        var (z, h) = (Lanes<T>.Load<TRoom>(row.Kept, at, count), Lanes<T>.Load<TRoom>(row.H, at, count));
        var c = Lanes<T>.Load<TRoom>(row.Kept, at + (2 * Units), count);
        var dh = Lanes<T>.Load<TRoom>(row.GradientH, at, count);
        Lanes<T>.Store<TRoom>(dh * (h - c) * z * (one - z), row.Gradient, at, count);
        Lanes<T>.Store<TRoom>(dh * (one - z) * (one - (c * c)), row.Gradient, at + (2 * Units), count);
        Lanes<T>.Store<TRoom>(dh * z, row.GradientH, at, count);
        Lanes<T>.Store<TRoom>(Lanes<T>.Load<TRoom>(row.Kept, at + Units, count) * h, row.Recalled, at, count);
    }

    // d(r·h) is there: dr = d(r·h)·h, through σ; d(r·h)·r goes on
    public override void FinishBackward(in BackwardRow row)
    {
        var whole = Units - (Units % Lanes<T>.Count);
        for (var at = 0; at < whole; at += Lanes<T>.Count)
        {
            FinishBackward<Whole>(row, at, Lanes<T>.Count);
        }

        if (whole < Units)
        {
            FinishBackward<Rest>(row, whole, Units - whole);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FinishBackward<TRoom>(in BackwardRow row, int at, int count)
        where TRoom : struct
    {
        var (r, h) = (Lanes<T>.Load<TRoom>(row.Kept, at + Units, count), Lanes<T>.Load<TRoom>(row.H, at, count));
        var given = Lanes<T>.Load<TRoom>(row.Product, at, count);
        var dh = Lanes<T>.MultiplyAdd(given, r, Lanes<T>.Load<TRoom>(row.GradientH, at, count));
        Lanes<T>.Store<TRoom>(given * h * r * (Vector512<T>.One - r), row.Gradient, at + Units, count);
        Lanes<T>.Store<TRoom>(dh, row.GradientH, at, count);
    }
}
