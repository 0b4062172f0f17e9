using System.Numerics;
using Hornet.Native;

namespace Hornet;

/// <summary>What a GRU computes with: its steps, its weights, where it starts, which steps count.</summary>
internal readonly ref struct GruArguments
{
    /// <summary>
    /// The inputs in the order of the primitive: x, kernel, recurrent kernel, then those that there are.
    /// </summary>
    public GruArguments(
        ReadOnlySpan<TensorHandle> inputs, bool hasBias, bool hasState, bool hasMask, bool goBackwards)
    {
        (X, Kernel, Recurrent) = (inputs[0], inputs[1], inputs[2]);
        var next = 3;
        Bias = hasBias ? inputs[next++] : null;
        H = hasState ? inputs[next++] : null;
        Mask = hasMask ? inputs[next] : null;
        GoBackwards = goBackwards;
    }

    public TensorHandle X { get; }

    public TensorHandle Kernel { get; }

    public TensorHandle Recurrent { get; }

    public TensorHandle? Bias { get; }

    public TensorHandle? H { get; }

    public TensorHandle? Mask { get; }

    public bool GoBackwards { get; }

    public int Batch => (int)X.Sizes[0];

    public int Steps => (int)X.Sizes[1];

    public int Features => (int)X.Sizes[2];

    public int Units => (int)Recurrent.Sizes[0];
}

/// <summary>The steps of a GRU, forward and back through time: libtorch does the products.</summary>
internal static class GruKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The sequence of h, the last h, and for the way back all gates.</summary>
    public static void Forward(in GruArguments a, Span<TensorHandle> outputs)
    {
        using var inputBias = BiasRow(a, 0);
        using var recurrentBias = BiasRow(a, 1);
        using var fromX = TimeSteps.Project(a.X, a.Kernel, inputBias, a.GoBackwards);
        using var mask = a.Mask is { } given ? TimeSteps.First(given, a.GoBackwards) : (TensorHandle?)null;
        using var hs = TimeSteps.States<T>(a.X, a.Units, a.H);
        using var fromH = TensorHandle.Empty(a.X.DType, [a.Batch, 3 * a.Units]);
        var gates = TensorHandle.Empty(a.X.DType, [a.Steps, a.Batch, 4 * a.Units]);
        var step = new GruStep<T>(a.Units, recurrentBias is { } bias ? bias.Elements<T>() : default);
        var x = fromX.Elements<T>();
        var h = hs.Elements<T>();
        var all = gates.Elements<T>();
        var counts = mask is { } some ? some.Elements<bool>() : default;
        var size = a.Batch * a.Units;
        for (var t = 0; t < a.Steps; t++)
        {
            using var before = TimeSteps.At(hs, t, a.Batch);
            Aten.MmInto(fromH, before, a.Recurrent);
            step.Forward(
                x.Slice(t * 3 * size, 3 * size),
                fromH.Elements<T>(),
                h.Slice(t * size, size),
                counts.IsEmpty ? default : counts.Slice(t * a.Batch, a.Batch),
                all.Slice(t * 4 * size, 4 * size),
                h.Slice((t + 1) * size, size));
        }

        using var sequence = TimeSteps.After(hs);
        (outputs[0], outputs[1]) = (TimeSteps.Last(sequence, flips: false), TimeSteps.Final(hs));
        outputs[2] = gates;
    }

    /// <summary>The gradients by x, kernel, recurrent kernel, bias and first h.</summary>
    /// <param name="a">What the GRU was computed with.</param>
    /// <param name="saved">
    /// The gradients by the sequence of h and by the last h; the sequence of h; the gates.
    /// </param>
    /// <param name="outputs">The gradients.</param>
    public static void Backward(in GruArguments a, ReadOnlySpan<TensorHandle> saved, Span<TensorHandle> outputs)
    {
        var (dtype, rows, size) = (a.X.DType, (long)a.Steps * a.Batch, a.Batch * a.Units);
        using var mask = a.Mask is { } given ? TimeSteps.First(given, a.GoBackwards) : (TensorHandle?)null;
        using var gSequence = TimeSteps.First(saved[0], flips: false);
        using var sequence = TimeSteps.First(saved[2], flips: false);
        using var hs = TimeSteps.States<T>(a.X, a.Units, a.H, sequence);
        using var gates = saved[3].Contiguous();
        using var recurrentT = Aten.Transpose(a.Recurrent, 0, 1);
        using var dX = TensorHandle.Empty(dtype, [rows, 3 * a.Units]);
        using var dH = TensorHandle.Empty(dtype, [rows, 3 * a.Units]);
        var dh = RowMajor.Copy(saved[1], dtype);
        var step = new GruStep<T>(a.Units, default);
        var counts = mask is { } some ? some.Elements<bool>() : default;
        for (var t = a.Steps - 1; t >= 0; t--)
        {
            step.Backward(
                gSequence.Elements<T>().Slice(t * size, size),
                gates.Elements<T>().Slice(t * 4 * size, 4 * size),
                hs.Elements<T>().Slice(t * size, size),
                counts.IsEmpty ? default : counts.Slice(t * a.Batch, a.Batch),
                dh.Elements<T>(),
                dX.Elements<T>().Slice(t * 3 * size, 3 * size),
                dH.Elements<T>().Slice(t * 3 * size, 3 * size));
            using var part = TimeSteps.At(dH, t, a.Batch);
            Aten.AddMm(dh, part, recurrentT);
        }

        using var x = TimeSteps.First(a.X, a.GoBackwards);
        outputs[0] = TimeSteps.InputGradient(a.X, a.Kernel, dX, a.GoBackwards);
        outputs[1] = TimeSteps.Product(x, dX);
        outputs[2] = TimeSteps.Product(hs, dH);
        outputs[3] = BiasGradient(dX, dH);
        outputs[4] = dh;
    }

    private static TensorHandle? BiasRow(in GruArguments a, int row)
    {
        if (a.Bias is not { } bias)
        {
            return null;
        }

        using var one = Aten.Narrow(bias, 0, row, 1);
        using var squeezed = Aten.Squeeze(one, 0);
        return squeezed.Contiguous();
    }

    private static TensorHandle BiasGradient(TensorHandle dX, TensorHandle dH)
    {
        using var ofX = TimeSteps.Sum(dX, keepsAxis: true);
        using var ofH = TimeSteps.Sum(dH, keepsAxis: true);
        return Aten.Cat([ofX, ofH], 0);
    }
}
