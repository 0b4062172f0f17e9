using System.Numerics;
using System.Runtime.CompilerServices;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet.Optimizers;

/// <summary>
/// A step of Adam's in one pass over memory: of (w, m, v, g, α), and how much of w goes before, the new (w, m, v). All
/// are float32.
/// </summary>
internal sealed class AdamKernel(long count, AdamUpdateOp op) : RangeKernel
{
    private readonly float _first = (float)(1 - op.Beta1);
    private readonly float _second = (float)(1 - op.Beta2);
    private readonly float _epsilon = (float)op.Epsilon;

    public override long Count => count;

    protected override long Grain => 16384; // elements: smaller parts cost more to hand out than to compute

    public override bool CanOverwrite(int input, int output) => input == output;

    // w ← w − w decay,  m ← m + (g − m)(1 − β₁),  v ← v + (g² − v)(1 − β₂),  w ← w − α m / (√v + ε)
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a call is long: it cannot wait for the next tier
    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        var length = (int)(end - begin);
        var ws = inputs[0].Span<float>(begin, length);
        var ms = inputs[1].Span<float>(begin, length);
        var vs = inputs[2].Span<float>(begin, length);
        var gs = inputs[3].Span<float>(begin, length);
        var alpha = inputs[4].First<float>();
        var newWs = outputs[0].Span<float>(begin, length);
        var newMs = outputs[1].Span<float>(begin, length);
        var newVs = outputs[2].Span<float>(begin, length);
        var hasDecay = op.HasDecay;
        var decay = hasDecay ? inputs[5].First<float>() : 0;
        var i = 0;
        for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var g = new Vector<float>(gs[i..]);
            var m = new Vector<float>(ms[i..]);
            var v = new Vector<float>(vs[i..]);
            m += (g - m) * _first;
            v += (g * g - v) * _second;
            var w = new Vector<float>(ws[i..]);
            w = hasDecay ? w - w * decay : w;
            m.CopyTo(newMs[i..]);
            v.CopyTo(newVs[i..]);
            (w - m * alpha / (Vector.SquareRoot(v) + new Vector<float>(_epsilon))).CopyTo(newWs[i..]);
        }

        for (; i < length; i++)
        {
            var (g, m, v, w) = (gs[i], ms[i], vs[i], ws[i]);
            m += (g - m) * _first;
            v += (g * g - v) * _second;
            (newMs[i], newVs[i]) = (m, v);
            w = hasDecay ? w - w * decay : w;
            newWs[i] = w - m * alpha / (MathF.Sqrt(v) + _epsilon);
        }
    }
}
