using Hornet.Native;

namespace Hornet;

/// <summary>What an LSTM computes with: its steps, its weights, where it starts, which steps count.</summary>
internal readonly ref struct LstmArguments
{
    /// <summary>
    /// The inputs in the order of the primitive: x, kernel, recurrent kernel, then those that there are.
    /// </summary>
    public LstmArguments(ReadOnlySpan<TensorHandle> inputs, bool hasBias, bool hasState, bool hasMask)
    {
        (X, Kernel, Recurrent) = (inputs[0], inputs[1], inputs[2]);
        var next = 3;
        Bias = hasBias ? inputs[next++] : null;
        (H, C) = hasState ? (inputs[next++], inputs[next++]) : ((TensorHandle?)null, (TensorHandle?)null);
        Mask = hasMask ? inputs[next] : null;
    }

    public TensorHandle X { get; }

    public TensorHandle Kernel { get; }

    public TensorHandle Recurrent { get; }

    public TensorHandle? Bias { get; }

    public TensorHandle? H { get; }

    public TensorHandle? C { get; }

    public TensorHandle? Mask { get; }

    public int Batch => (int)X.Sizes[0];

    public int Steps => (int)X.Sizes[1];

    public int Features => (int)X.Sizes[2];

    public int Units => (int)Recurrent.Sizes[0];
}

/// <summary>The steps of an LSTM, forward and backward through time, on bare handles.</summary>
/// <remarks>
/// (i, f, g, o) = (σ, σ, tanh, σ)(x·kernel + h·recurrent + bias); c' = f·c + i·g; h' = o·tanh(c'). A step that does not
/// count leaves h and c as they are.
/// </remarks>
internal static class LstmKernel
{
    /// <summary>The sequence of h, the last h, the last c, and for the way back all gates and all c.</summary>
    public static void Forward(in LstmArguments a, bool goBackwards, Span<TensorHandle> outputs)
    {
        using var x = StepsFirst(a.X, goBackwards);
        using var projected = Project(a, x);
        using var mask = a.Mask is { } given ? StepsFirst(given, goBackwards) : (TensorHandle?)null;
        var h = a.H is { } h0 ? h0.NewReference() : Zeros(a);
        var c = a.C is { } c0 ? c0.NewReference() : Zeros(a);
        var (hs, cs, gates) = (new TensorHandle[a.Steps], new TensorHandle[a.Steps], new TensorHandle[a.Steps]);
        for (var t = 0; t < a.Steps; t++)
        {
            using var xt = At(projected, t);
            gates[t] = Gates(xt, h, a.Recurrent, a.Units);
            var (newH, newC) = Step(gates[t], c, a.Units);
            if (mask is { } counts)
            {
                using var now = Column(counts, t);
                (newH, newC) = (Choose(now, newH, h), Choose(now, newC, c));
            }

            h.Dispose();
            c.Dispose();
            (h, c) = (newH.NewReference(), newC.NewReference());
            (hs[t], cs[t]) = (newH, newC);
        }

        outputs[0] = Stack(hs, 1, [a.Batch, 0, a.Units], h.DType);
        (outputs[1], outputs[2]) = (h, c);
        outputs[3] = Stack(gates, 0, [0, a.Batch, 4 * a.Units], h.DType);
        outputs[4] = Stack(cs, 0, [0, a.Batch, a.Units], h.DType);
        Free(hs);
        Free(cs);
        Free(gates);
    }

    /// <summary>The gradients by x, kernel, recurrent kernel, bias, first h and first c.</summary>
    /// <param name="a">What the LSTM was computed with.</param>
    /// <param name="goBackwards">Whether it began at the last step.</param>
    /// <param name="saved">The sequence of h, the gates and the sequence of c.</param>
    /// <param name="g">The gradients by the sequence of h, the last h and the last c.</param>
    /// <param name="outputs">The gradients.</param>
    public static void Backward(
        in LstmArguments a,
        bool goBackwards,
        ReadOnlySpan<TensorHandle> saved,
        ReadOnlySpan<TensorHandle> g,
        Span<TensorHandle> outputs)
    {
        using var mask = a.Mask is { } given ? StepsFirst(given, goBackwards) : (TensorHandle?)null;
        using var firstH = a.H is { } h0 ? h0.NewReference() : Zeros(a);
        using var firstC = a.C is { } c0 ? c0.NewReference() : Zeros(a);
        using var hs = Previous(saved[0], firstH, time: 1);
        using var cs = Previous(saved[2], firstC, time: 0);
        using var recurrentT = Aten.Transpose(a.Recurrent, 0, 1);
        var dh = g[1].NewReference();
        var dc = g[2].NewReference();
        var dz = new TensorHandle[a.Steps];
        for (var t = a.Steps - 1; t >= 0; t--)
        {
            using var now = mask is { } counts ? Column(counts, t) : (TensorHandle?)null;
            using var gt = At(g[0], t, axis: 1);
            using var gates = At(saved[1], t);
            using var c = At(saved[2], t);
            using var c0t = At(cs, t);
            (dz[t], dh, dc) = StepBack(new(gates, c, c0t, now, a.Units), gt, dh, dc, recurrentT);
        }

        using var all = Stack(dz, 0, [0, a.Batch, 4 * a.Units], dh.DType);
        Free(dz);
        using var x = StepsFirst(a.X, goBackwards);
        using var flat = RowMajor.Reshape(all, (long)a.Steps * a.Batch, 4 * a.Units);
        outputs[0] = InputGradient(a, goBackwards, flat);
        outputs[1] = Product(x, flat, a.Features);
        outputs[2] = Product(hs, flat, a.Units);
        outputs[3] = Aten.Call("aten::sum"u8, "dim_IntList"u8, flat, Argument.Some(new long[] { 0 }), false,
            Argument.None);
        (outputs[4], outputs[5]) = (dh, dc);
    }

    private readonly record struct Saved(
        TensorHandle Gates, TensorHandle C, TensorHandle PreviousC, TensorHandle? Counts, int Units);

    // Takes dh and dc over, and gives those of the step before.
    private static (TensorHandle Z, TensorHandle H, TensorHandle C) StepBack(
        in Saved s, TensorHandle gt, TensorHandle dh, TensorHandle dc, TensorHandle recurrentT)
    {
        using var passedC = dc;
        using var passedH = dh;
        using var sum = Aten.Add(passedH, gt, 1);
        using var ownH = s.Counts is { } m ? Masked(m, sum) : sum.NewReference();
        using var ownC = s.Counts is { } n ? Masked(n, passedC) : passedC.NewReference();
        var (z, backC) = GateGradients(s, ownH, ownC);
        var backH = Aten.Mm(z, recurrentT);
        if (s.Counts is { } counts)
        {
            (backH, backC) = (Choose(counts, backH, sum), Choose(counts, backC, passedC));
        }

        return (z, backH, backC);
    }

    // do = dh·tanh(c); dc += dh·o·(1 − tanh²(c)); di = dc·g; df = dc·c₋; dg = dc·i; each through its activation
    private static (TensorHandle Z, TensorHandle C) GateGradients(in Saved s, TensorHandle dh, TensorHandle dcLater)
    {
        using var i = Part(s.Gates, 0, s.Units);
        using var f = Part(s.Gates, 1, s.Units);
        using var g = Part(s.Gates, 2, s.Units);
        using var o = Part(s.Gates, 3, s.Units);
        using var tanh = Aten.Call("aten::tanh"u8, default, s.C);
        using var dTanh = Aten.Mul(dh, o);
        using var throughTanh = Aten.Call("aten::tanh_backward"u8, default, dTanh, tanh);
        using var dc = Aten.Add(dcLater, throughTanh, 1);
        using var dI = Aten.Mul(dc, g);
        using var dF = Aten.Mul(dc, s.PreviousC);
        using var dG = Aten.Mul(dc, i);
        using var dO = Aten.Mul(dh, tanh);
        using var zI = Aten.Call("aten::sigmoid_backward"u8, default, dI, i);
        using var zF = Aten.Call("aten::sigmoid_backward"u8, default, dF, f);
        using var zG = Aten.Call("aten::tanh_backward"u8, default, dG, g);
        using var zO = Aten.Call("aten::sigmoid_backward"u8, default, dO, o);
        return (Aten.Cat([zI, zF, zG, zO], 1), Aten.Mul(dc, f));
    }

    private static TensorHandle InputGradient(in LstmArguments a, bool goBackwards, TensorHandle flat)
    {
        using var kernelT = Aten.Transpose(a.Kernel, 0, 1);
        using var product = Aten.Mm(flat, kernelT);
        using var steps = RowMajor.Reshape(product, a.Steps, a.Batch, a.Features);
        using var dx = StepsFirst(steps, flips: false);
        return goBackwards ? Flip(dx, 1) : dx.NewReference();
    }

    // Σ over steps and samples of inputᵀ · dz
    private static TensorHandle Product(TensorHandle input, TensorHandle flat, int features)
    {
        using var rows = RowMajor.Reshape(input, flat.Sizes[0], features);
        using var columns = Aten.Transpose(rows, 0, 1);
        return Aten.Mm(columns, flat);
    }

    private static TensorHandle Project(in LstmArguments a, TensorHandle x)
    {
        using var rows = RowMajor.Reshape(x, (long)a.Steps * a.Batch, a.Features);
        using var product = a.Bias is { } bias ? Aten.Addmm(bias, rows, a.Kernel, 1, 1) : Aten.Mm(rows, a.Kernel);
        return RowMajor.Reshape(product, a.Steps, a.Batch, 4 * a.Units);
    }

    private static TensorHandle Gates(TensorHandle xt, TensorHandle h, TensorHandle recurrent, int units)
    {
        var z = Aten.Addmm(xt, h, recurrent, 1, 1);
        using var inputAndForget = Aten.Narrow(z, 1, 0, 2 * units);
        using var cell = Part(z, 2, units);
        using var output = Part(z, 3, units);
        Aten.Call("aten::sigmoid_"u8, default, inputAndForget).Dispose();
        Aten.Call("aten::tanh_"u8, default, cell).Dispose();
        Aten.Call("aten::sigmoid_"u8, default, output).Dispose();
        return z;
    }

    private static (TensorHandle H, TensorHandle C) Step(TensorHandle gates, TensorHandle c, int units)
    {
        using var i = Part(gates, 0, units);
        using var f = Part(gates, 1, units);
        using var g = Part(gates, 2, units);
        using var o = Part(gates, 3, units);
        using var kept = Aten.Mul(f, c);
        using var added = Aten.Mul(i, g);
        var newC = Aten.Add(kept, added, 1);
        using var tanh = Aten.Call("aten::tanh"u8, default, newC);
        return (Aten.Mul(o, tanh), newC);
    }

    // The values before each step: the first, then all but the last. With the steps first.
    private static TensorHandle Previous(TensorHandle sequence, TensorHandle first, int time)
    {
        using var steps = time == 1 ? StepsFirst(sequence, flips: false) : sequence.NewReference();
        using var start = Aten.Unsqueeze(first, 0);
        if (steps.Sizes[0] == 0)
        {
            return steps.NewReference();
        }

        using var rest = Aten.Narrow(steps, 0, 0, steps.Sizes[0] - 1);
        return Aten.Cat([start, rest], 0);
    }

    private static TensorHandle StepsFirst(TensorHandle x, bool flips)
    {
        using var steps = Aten.Transpose(x, 0, 1);
        return flips ? Flip(steps, 0) : Kernels.Contiguous(steps);
    }

    private static TensorHandle Flip(TensorHandle x, long axis) =>
        Aten.Call("aten::flip"u8, default, x, new[] { axis });

    private static TensorHandle At(TensorHandle x, int t, int axis = 0)
    {
        using var one = Aten.Narrow(x, axis, t, 1);
        return Aten.Squeeze(one, axis);
    }

    private static TensorHandle Column(TensorHandle mask, int t)
    {
        using var row = At(mask, t);
        return Aten.Unsqueeze(row, 1);
    }

    private static TensorHandle Part(TensorHandle gates, int index, int units) =>
        Aten.Narrow(gates, 1, index * units, units);

    // Takes the first over.
    private static TensorHandle Choose(TensorHandle counts, TensorHandle x, TensorHandle y)
    {
        using var first = x;
        return Selection.Run(counts, first, y);
    }

    private static TensorHandle Masked(TensorHandle counts, TensorHandle x) =>
        Selection.Run(counts, x, Constants.Scalar(0, x.DType).Handle);

    private static TensorHandle Zeros(in LstmArguments a) => Kernels.Zeros([a.Batch, a.Units], a.X.DType);

    private static TensorHandle Stack(TensorHandle[] steps, long axis, long[] none, DType dtype) => steps.Length == 0
        ? Kernels.Zeros(none, dtype)
        : Aten.Call("aten::stack"u8, default, steps, axis);

    private static void Free(TensorHandle[] handles)
    {
        foreach (var handle in handles)
        {
            handle.Dispose();
        }
    }
}
