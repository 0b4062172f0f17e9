using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>The steps of a simple recurrent layer: h' = tanh(x · W + h · U + b), which is kept.</summary>
internal sealed class SimpleRnnSteps<T>(int units) : RecurrentSteps<T>(units)
    where T : unmanaged
{
    public override int Gates => 1;

    public override void Forward(in ForwardRow row)
    {
        for (var at = 0; at < Units; at += Lanes<T>.Count)
        {
            var count = Units - at;
            var sum = Lanes<T>.Load(row.Kept, at, count) + Lanes<T>.Load(row.Bias, at, count)
                + Lanes<T>.Load(row.Product, at, count);
            var h = Lanes<T>.Tanh(sum);
            Lanes<T>.Store(h, row.Kept, at, count);
            Lanes<T>.Store(h, row.H, at, count);
        }
    }

    public override void Backward(in BackwardRow row)
    {
        for (var at = 0; at < Units; at += Lanes<T>.Count)
        {
            var count = Units - at;
            var h = Lanes<T>.Load(row.Kept, at, count);
            var gradient = Lanes<T>.Load(row.GradientH, at, count) * (Vector512<T>.One - (h * h));
            Lanes<T>.Store(gradient, row.Gradient, at, count);
            Lanes<T>.Store(default, row.GradientH, at, count);
        }
    }
}
