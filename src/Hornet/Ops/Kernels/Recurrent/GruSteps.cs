using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hornet.Native;

namespace Hornet;

/// <summary>The steps of a GRU with the usual activations, whose reset gate comes after the product with U.</summary>
/// <remarks>
/// (z, r) = σ(x · W + h · U + b); q = h · U + b; c = tanh(x · W + b + r · q); h' = z · h + (1 − z) · c. Kept are z, r,
/// c and q.
/// </remarks>
internal sealed class GruSteps<T>(int units) : RecurrentSteps<T>(units)
    where T : unmanaged, INumberBase<T>
{
    public override int Gates => 3;

    public override int Kept => 4;

    public override int Gradients => 4;

    public override int FirstBack => 2;

    public override int SecondAt => 3;

    public override void Forward(in ForwardRow row)
    {
        Lanes<T>.SigmoidOfSum(row.Kept, row.Product, row.Bias, 0, 2 * Units);
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
        var (atC, atQ) = (at + (2 * Units), at + (3 * Units));
        var z = Lanes<T>.Load<TRoom>(row.Kept, at, count);
        var r = Lanes<T>.Load<TRoom>(row.Kept, at + Units, count);
        var q = Lanes<T>.Load<TRoom>(row.Product, atC, count) + Lanes<T>.Load<TRoom>(row.Bias, atQ, count);
        var fromX = Lanes<T>.Load<TRoom>(row.Kept, atC, count) + Lanes<T>.Load<TRoom>(row.Bias, atC, count);
        var c = Lanes<T>.Tanh(Lanes<T>.MultiplyAdd(r, q, fromX));
        var h = Lanes<T>.MultiplyAdd(z, Lanes<T>.Load<TRoom>(row.H, at, count) - c, c);
        Lanes<T>.Store<TRoom>(c, row.Kept, atC, count);
        Lanes<T>.Store<TRoom>(q, row.Kept, atQ, count);
        Lanes<T>.Store<TRoom>(h, row.H, at, count);
    }

    // dz = dh·(h − c); dc = dh·(1 − z), through tanh; dr = dc·q; dq = dc·r; dz and dr through σ; dh·z goes on
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
        var z = Lanes<T>.Load<TRoom>(row.Kept, at, count);
        var r = Lanes<T>.Load<TRoom>(row.Kept, at + Units, count);
        var c = Lanes<T>.Load<TRoom>(row.Kept, at + (2 * Units), count);
        var q = Lanes<T>.Load<TRoom>(row.Kept, at + (3 * Units), count);
        var dh = Lanes<T>.Load<TRoom>(row.GradientH, at, count);
        var dc = dh * (one - z) * (one - (c * c));
        var dz = dh * (Lanes<T>.Load<TRoom>(row.H, at, count) - c) * z * (one - z);
        Lanes<T>.Store<TRoom>(dz, row.Gradient, at, count);
        Lanes<T>.Store<TRoom>(dc * q * r * (one - r), row.Gradient, at + Units, count);
        Lanes<T>.Store<TRoom>(dc, row.Gradient, at + (2 * Units), count);
        Lanes<T>.Store<TRoom>(dc * r, row.Gradient, at + (3 * Units), count);
        Lanes<T>.Store<TRoom>(dh * z, row.GradientH, at, count);
    }

    // Of z and r, both biases are added to the same sum.
    public override void ReadBias(Address bias, Address sums)
    {
        bias.Span<T>(3 * Units).CopyTo(sums.Span<T>(3 * Units));
        bias.Span<T>(5L * Units, Units).CopyTo(sums.Span<T>(3L * Units, Units));
        TensorPrimitives.Add(
            bias.Span<T>(2 * Units), bias.Span<T>(3L * Units, 2 * Units), sums.Span<T>(2 * Units));
    }

    public override void WriteBias(Address sums, Address bias)
    {
        sums.Span<T>(3 * Units).CopyTo(bias.Span<T>(3 * Units));
        sums.Span<T>(2 * Units).CopyTo(bias.Span<T>(3L * Units, 2 * Units));
        sums.Span<T>(3L * Units, Units).CopyTo(bias.Span<T>(5L * Units, Units));
    }
}
