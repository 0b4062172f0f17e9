using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>One step of an LSTM, element by element, for the samples of a batch.</summary>
/// <remarks>
/// (i, f, g, o) = (σ, σ, tanh, σ)(x·kernel + h·recurrent + bias); c' = f·c + i·g; h' = o·tanh(c'). A step that does not
/// count leaves h and c as they are.
/// </remarks>
internal readonly ref struct LstmStep<T>(int units)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Span<T> _tanh = new T[units];

    /// <summary>The next h and c.</summary>
    /// <param name="gates">(batch, 4 · units): before their activations, and after.</param>
    /// <param name="h">(batch, units)</param>
    /// <param name="c">(batch, units)</param>
    /// <param name="counts">(batch,): who goes on; all where empty.</param>
    /// <param name="nextH">(batch, units)</param>
    /// <param name="nextC">(batch, units)</param>
    public void Forward(
        Span<T> gates,
        ReadOnlySpan<T> h,
        ReadOnlySpan<T> c,
        ReadOnlySpan<bool> counts,
        Span<T> nextH,
        Span<T> nextC)
    {
        for (var row = 0; row < h.Length / units; row++)
        {
            var own = gates.Slice(row * 4 * units, 4 * units);
            var cell = own.Slice(2 * units, units);
            TensorPrimitives.Sigmoid(own[..(2 * units)], own[..(2 * units)]);
            TensorPrimitives.Tanh(cell, cell);
            TensorPrimitives.Sigmoid(own[(3 * units)..], own[(3 * units)..]);
            var newH = nextH.Slice(row * units, units);
            var newC = nextC.Slice(row * units, units);
            if (!counts.IsEmpty && !counts[row])
            {
                h.Slice(row * units, units).CopyTo(newH);
                c.Slice(row * units, units).CopyTo(newC);
                continue;
            }

            TensorPrimitives.Multiply(own.Slice(units, units), c.Slice(row * units, units), newC);
            TensorPrimitives.MultiplyAdd(own[..units], cell, newC, newC);
            TensorPrimitives.Tanh(newC, newH);
            TensorPrimitives.Multiply(newH, own[(3 * units)..], newH);
        }
    }

    /// <summary>The gradients by the gates before their activations, and by c.</summary>
    /// <param name="g">(batch, units): the gradient by the step's output.</param>
    /// <param name="gates">(batch, 4 · units)</param>
    /// <param name="cs">(2, batch, units): c before the step and after it.</param>
    /// <param name="counts">(batch,): who went on; all where empty.</param>
    /// <param name="dh">(batch, units): by h as later steps say; then what does not come with the product.</param>
    /// <param name="dc">(batch, units): by c as later steps say; then by c before the step.</param>
    /// <param name="dz">(batch, 4 · units)</param>
    public void Backward(
        ReadOnlySpan<T> g,
        ReadOnlySpan<T> gates,
        ReadOnlySpan<T> cs,
        ReadOnlySpan<bool> counts,
        Span<T> dh,
        Span<T> dc,
        Span<T> dz)
    {
        TensorPrimitives.Add(dh, g, dh);
        for (var row = 0; row < dh.Length / units; row++)
        {
            var own = dz.Slice(row * 4 * units, 4 * units);
            if (!counts.IsEmpty && !counts[row])
            {
                own.Clear();
                continue;
            }

            var at = row * units;
            TensorPrimitives.Tanh(cs.Slice(dh.Length + at, units), _tanh);
            Back(
                gates.Slice(row * 4 * units, 4 * units), cs.Slice(at, units), dh.Slice(at, units),
                dc.Slice(at, units), own);
        }
    }

    // do = dh·tanh(c); dc += dh·o·(1 − tanh²(c)); di = dc·g; df = dc·c₋; dg = dc·i; each through its activation
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Back(ReadOnlySpan<T> gates, ReadOnlySpan<T> before, Span<T> dh, Span<T> dc, Span<T> dz)
    {
        var (one, k) = (Vector<T>.One, 0);
        for (; k <= units - Vector<T>.Count; k += Vector<T>.Count)
        {
            var (i, f) = (new Vector<T>(gates[k..]), new Vector<T>(gates[(units + k)..]));
            var (g, o) = (new Vector<T>(gates[((2 * units) + k)..]), new Vector<T>(gates[((3 * units) + k)..]));
            var (tanh, d) = (new Vector<T>(_tanh[k..]), new Vector<T>(dh[k..]));
            var all = new Vector<T>(dc[k..]) + (d * o * (one - (tanh * tanh)));
            (all * g * i * (one - i)).CopyTo(dz[k..]);
            (all * new Vector<T>(before[k..]) * f * (one - f)).CopyTo(dz[(units + k)..]);
            (all * i * (one - (g * g))).CopyTo(dz[((2 * units) + k)..]);
            (d * tanh * o * (one - o)).CopyTo(dz[((3 * units) + k)..]);
            (all * f).CopyTo(dc[k..]);
        }

        for (; k < units; k++)
        {
            var (i, f, g, o) = (gates[k], gates[units + k], gates[(2 * units) + k], gates[(3 * units) + k]);
            var all = dc[k] + (dh[k] * o * (T.One - (_tanh[k] * _tanh[k])));
            dz[k] = all * g * i * (T.One - i);
            dz[units + k] = all * before[k] * f * (T.One - f);
            dz[(2 * units) + k] = all * i * (T.One - (g * g));
            dz[(3 * units) + k] = dh[k] * _tanh[k] * o * (T.One - o);
            dc[k] = all * f;
        }

        dh.Clear();
    }
}
