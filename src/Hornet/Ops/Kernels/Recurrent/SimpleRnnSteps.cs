using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>The steps of a simple recurrent layer: h' = tanh(x · W + h · U + b), which is kept.</summary>
internal sealed class SimpleRnnSteps<T>(int units) : RecurrentSteps<T>(units)
    where T : unmanaged
{
    public override int Gates => 1;

    public override void Forward(in ForwardRow row)
    {
        Lanes<T>.TanhOfSum(row.Kept, row.Product, row.Bias, 0, Units);
        row.Kept.Span<T>(Units).CopyTo(row.H.Span<T>(Units));
    }

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
    private static void Backward<TRoom>(in BackwardRow row, int at, int count)
        where TRoom : struct
    {
        var h = Lanes<T>.Load<TRoom>(row.Kept, at, count);
        var gradient = Lanes<T>.Load<TRoom>(row.GradientH, at, count) * (Vector512<T>.One - (h * h));
        Lanes<T>.Store<TRoom>(gradient, row.Gradient, at, count);
        Lanes<T>.Store<TRoom>(default, row.GradientH, at, count);
    }
}
