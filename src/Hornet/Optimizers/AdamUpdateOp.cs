using System.Numerics;
using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet.Optimizers;

/// <summary>A step of Adam's in one pass over memory: of (w, m, v, g, α) the new (w, m, v). All are float32.</summary>
internal sealed record AdamUpdateOp(double Beta1, double Beta2, double Epsilon) : Primitive
{
    private const int Grain = 16384; // elements: smaller parts cost more to hand out than to compute

    public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        var w = inputs[0];
        return w.DType == DType.Float32 && inputs[1] == w && inputs[2] == w && inputs[3] == w
            && inputs[4] == new TensorSpec([], DType.Float32)
                ? [w, w, w]
                : throw new ShapeException(
                    ClassName, "four float32 tensors of one shape and a scalar", string.Join(", ", inputs.ToArray()));
    }

    public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
    {
        using var w = inputs[0].Contiguous();
        using var m = inputs[1].Contiguous();
        using var v = inputs[2].Contiguous();
        using var g = inputs[3].Contiguous();
        for (var i = 0; i < 3; i++)
        {
            outputs[i] = TensorHandle.Empty(DType.Float32, w.Sizes);
        }

        var job = new Job
        {
            W = w.Elements<float>(),
            M = m.Elements<float>(),
            V = v.Elements<float>(),
            G = g.Elements<float>(),
            NewW = outputs[0].Elements<float>(),
            NewM = outputs[1].Elements<float>(),
            NewV = outputs[2].Elements<float>(),
            Alpha = inputs[4].Item<float>(),
            First = (float)(1 - Beta1),
            Second = (float)(1 - Beta2),
            Epsilon = (float)Epsilon,
        };
        ParallelFor.Run(0, job.W.Length, Grain, job, static (begin, end, job) => job.Run((int)begin, (int)end));
    }

    // Nothing learns through an update.
    public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [null, null, null, null, null];

    private ref struct Job
    {
        public ReadOnlySpan<float> W, M, V, G;
        public Span<float> NewW, NewM, NewV;
        public float Alpha, First, Second, Epsilon;

        // m ← m + (g − m)(1 − β₁),  v ← v + (g² − v)(1 − β₂),  w ← w − α m / (√v + ε)
        public readonly void Run(int begin, int end)
        {
            var i = begin;
            for (; i <= end - Vector<float>.Count; i += Vector<float>.Count)
            {
                var g = new Vector<float>(G[i..]);
                var m = new Vector<float>(M[i..]);
                var v = new Vector<float>(V[i..]);
                m += (g - m) * First;
                v += (g * g - v) * Second;
                var w = new Vector<float>(W[i..]) - m * Alpha / (Vector.SquareRoot(v) + new Vector<float>(Epsilon));
                m.CopyTo(NewM[i..]);
                v.CopyTo(NewV[i..]);
                w.CopyTo(NewW[i..]);
            }

            for (; i < end; i++)
            {
                var (g, m, v) = (G[i], M[i], V[i]);
                m += (g - m) * First;
                v += (g * g - v) * Second;
                (NewM[i], NewV[i]) = (m, v);
                NewW[i] = W[i] - m * Alpha / (MathF.Sqrt(v) + Epsilon);
            }
        }
    }
}
