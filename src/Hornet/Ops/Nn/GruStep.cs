using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>One step of a GRU, element by element, for the samples of a batch.</summary>
/// <remarks>
/// z = σ(xz + hz), r = σ(xr + hr), c = tanh(xc + r ∘ hc), h' = c + z ∘ (h − c). For the way back the gates of a sample
/// are kept as z, r, c and hc, one after the other.
/// </remarks>
internal readonly ref struct GruStep<T>(int units, ReadOnlySpan<T> bias)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _bias = bias;

    /// <summary>The gates and the next h.</summary>
    /// <param name="fromX">(batch, 3 · units)</param>
    /// <param name="fromH">(batch, 3 · units), to which the bias is added.</param>
    /// <param name="h">(batch, units)</param>
    /// <param name="counts">(batch,): who goes on; all where empty.</param>
    /// <param name="gates">(batch, 4 · units)</param>
    /// <param name="next">(batch, units)</param>
    public void Forward(
        ReadOnlySpan<T> fromX,
        Span<T> fromH,
        ReadOnlySpan<T> h,
        ReadOnlySpan<bool> counts,
        Span<T> gates,
        Span<T> next)
    {
        for (var i = 0; i < h.Length / units; i++)
        {
            var x = Row(fromX, i, 3);
            var recalled = Row(fromH, i, 3);
            var own = Row(gates, i, 4);
            var before = Row(h, i, 1);
            var after = Row(next, i, 1);
            if (!_bias.IsEmpty)
            {
                TensorPrimitives.Add(recalled, _bias, recalled);
            }

            var zAndR = own[..(2 * units)];
            TensorPrimitives.Add(x[..(2 * units)], recalled[..(2 * units)], zAndR);
            TensorPrimitives.Sigmoid(zAndR, zAndR);
            var candidate = own.Slice(2 * units, units);
            recalled[(2 * units)..].CopyTo(own[(3 * units)..]);
            TensorPrimitives.MultiplyAdd(own.Slice(units, units), own[(3 * units)..], x[(2 * units)..], candidate);
            TensorPrimitives.Tanh(candidate, candidate);
            if (!counts.IsEmpty && !counts[i])
            {
                before.CopyTo(after);
                continue;
            }

            TensorPrimitives.Subtract(before, candidate, after);
            TensorPrimitives.MultiplyAdd(after, own[..units], candidate, after);
        }
    }

    /// <summary>The gradients of the step's inputs; that of h without what comes through the product.</summary>
    /// <param name="g">(batch, units): the gradient by the step's output.</param>
    /// <param name="gates">(batch, 4 · units)</param>
    /// <param name="h">(batch, units): before the step.</param>
    /// <param name="counts">(batch,): who went on; all where empty.</param>
    /// <param name="dh">(batch, units): by h after the step as later steps say; is overwritten by that before.</param>
    /// <param name="dX">(batch, 3 · units)</param>
    /// <param name="dH">(batch, 3 · units)</param>
    public void Backward(
        ReadOnlySpan<T> g,
        ReadOnlySpan<T> gates,
        ReadOnlySpan<T> h,
        ReadOnlySpan<bool> counts,
        Span<T> dh,
        Span<T> dX,
        Span<T> dH)
    {
        TensorPrimitives.Add(dh, g, dh);
        for (var i = 0; i < h.Length / units; i++)
        {
            var ofX = Row(dX, i, 3);
            var ofH = Row(dH, i, 3);
            if (!counts.IsEmpty && !counts[i])
            {
                ofX.Clear();
                ofH.Clear();
                continue;
            }

            Back(Row(gates, i, 4), Row(h, i, 1), Row(dh, i, 1), ofX, ofH);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Back(ReadOnlySpan<T> gates, ReadOnlySpan<T> h, Span<T> dh, Span<T> dX, Span<T> dH)
    {
        var (one, i) = (Vector<T>.One, 0);
        for (; i <= units - Vector<T>.Count; i += Vector<T>.Count)
        {
            var z = new Vector<T>(gates[i..]);
            var r = new Vector<T>(gates[(units + i)..]);
            var c = new Vector<T>(gates[((2 * units) + i)..]);
            var recalled = new Vector<T>(gates[((3 * units) + i)..]);
            var d = new Vector<T>(dh[i..]);
            var dC = d * (one - z) * (one - (c * c));
            var dR = dC * recalled * r * (one - r);
            var dZ = d * (new Vector<T>(h[i..]) - c) * z * (one - z);
            Store(dX, i, dZ, dR, dC);
            Store(dH, i, dZ, dR, dC * r);
            (d * z).CopyTo(dh[i..]);
        }

        for (; i < units; i++)
        {
            var (z, r, c) = (gates[i], gates[units + i], gates[(2 * units) + i]);
            var dC = dh[i] * (T.One - z) * (T.One - (c * c));
            (dX[(2 * units) + i], dH[(2 * units) + i]) = (dC, dC * r);
            dX[units + i] = dH[units + i] = dC * gates[(3 * units) + i] * r * (T.One - r);
            dX[i] = dH[i] = dh[i] * (h[i] - c) * z * (T.One - z);
            dh[i] *= z;
        }
    }

    private void Store(Span<T> target, int i, Vector<T> z, Vector<T> r, Vector<T> c)
    {
        z.CopyTo(target[i..]);
        r.CopyTo(target[(units + i)..]);
        c.CopyTo(target[((2 * units) + i)..]);
    }

    private ReadOnlySpan<T> Row(ReadOnlySpan<T> rows, int index, int parts) =>
        rows.Slice(index * parts * units, parts * units);

    private Span<T> Row(Span<T> rows, int index, int parts) => rows.Slice(index * parts * units, parts * units);
}
