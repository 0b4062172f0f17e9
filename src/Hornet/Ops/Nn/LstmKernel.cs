using System.Numerics;
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

/// <summary>The steps of an LSTM, forward and back through time: libtorch does the products.</summary>
internal static class LstmKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The sequence of h, the last h, the last c, and for the way back all gates and all c.</summary>
    public static void Forward(in LstmArguments a, bool goBackwards, Span<TensorHandle> outputs)
    {
        using var projected = TimeSteps.Project(a.X, a.Kernel, a.Bias, goBackwards);
        using var mask = a.Mask is { } given ? TimeSteps.First(given, goBackwards) : (TensorHandle?)null;
        using var hs = TimeSteps.States<T>(a.X, a.Units, a.H);
        using var cs = TimeSteps.States<T>(a.X, a.Units, a.C);
        var step = new LstmStep<T>(a.Units);
        var gates = projected.Elements<T>();
        var h = hs.Elements<T>();
        var c = cs.Elements<T>();
        var counts = mask is { } some ? some.Elements<bool>() : default;
        var size = a.Batch * a.Units;
        for (var t = 0; t < a.Steps; t++)
        {
            using var before = TimeSteps.At(hs, t, a.Batch);
            using var own = TimeSteps.At(projected, t, a.Batch);
            Aten.AddMm(own, before, a.Recurrent);
            step.Forward(
                gates.Slice(t * 4 * size, 4 * size),
                h.Slice(t * size, size),
                c.Slice(t * size, size),
                counts.IsEmpty ? default : counts.Slice(t * a.Batch, a.Batch),
                h.Slice((t + 1) * size, size),
                c.Slice((t + 1) * size, size));
        }

        using var sequence = TimeSteps.After(hs);
        using var memories = TimeSteps.After(cs);
        outputs[0] = TimeSteps.Last(sequence, flips: false);
        (outputs[1], outputs[2]) = (TimeSteps.Final(hs), TimeSteps.Final(cs));
        outputs[3] = RowMajor.Reshape(projected, a.Steps, a.Batch, 4 * a.Units);
        outputs[4] = RowMajor.Copy(memories, a.X.DType);
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
        var (dtype, size) = (a.X.DType, a.Batch * a.Units);
        using var mask = a.Mask is { } given ? TimeSteps.First(given, goBackwards) : (TensorHandle?)null;
        using var gSequence = TimeSteps.First(g[0], flips: false);
        using var sequence = TimeSteps.First(saved[0], flips: false);
        using var hs = TimeSteps.States<T>(a.X, a.Units, a.H, sequence);
        using var cs = TimeSteps.States<T>(a.X, a.Units, a.C, saved[2]);
        using var gates = saved[1].Contiguous();
        using var recurrentT = Aten.Transpose(a.Recurrent, 0, 1);
        using var dz = TensorHandle.Empty(dtype, [(long)a.Steps * a.Batch, 4 * a.Units]);
        var (dh, dc) = (RowMajor.Copy(g[1], dtype), RowMajor.Copy(g[2], dtype));
        var step = new LstmStep<T>(a.Units);
        var counts = mask is { } some ? some.Elements<bool>() : default;
        for (var t = a.Steps - 1; t >= 0; t--)
        {
            step.Backward(
                gSequence.Elements<T>().Slice(t * size, size),
                gates.Elements<T>().Slice(t * 4 * size, 4 * size),
                cs.Elements<T>().Slice(t * size, 2 * size),
                counts.IsEmpty ? default : counts.Slice(t * a.Batch, a.Batch),
                dh.Elements<T>(),
                dc.Elements<T>(),
                dz.Elements<T>().Slice(t * 4 * size, 4 * size));
            using var own = TimeSteps.At(dz, t, a.Batch);
            Aten.AddMm(dh, own, recurrentT);
        }

        using var x = TimeSteps.First(a.X, goBackwards);
        outputs[0] = TimeSteps.InputGradient(a.X, a.Kernel, dz, goBackwards);
        (outputs[1], outputs[2]) = (TimeSteps.Product(x, dz), TimeSteps.Product(hs, dz));
        outputs[3] = TimeSteps.Sum(dz, keepsAxis: false);
        (outputs[4], outputs[5]) = (dh, dc);
    }
}
