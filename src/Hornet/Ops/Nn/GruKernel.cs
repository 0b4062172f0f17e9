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

/// <summary>The steps of a GRU, forward and backward through time: products by libtorch, the rest in one loop.</summary>
internal static class GruKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The sequence of h, the last h, and for the way back all gates.</summary>
    public static void Forward(in GruArguments a, Span<TensorHandle> outputs)
    {
        var (dtype, rows) = (a.X.DType, (long)a.Steps * a.Batch);
        using var fromX = Project(a);
        using var mask = MaskOf(a);
        using var hs = HiddenStates(a); // the first, then one after each step
        using var fromH = TensorHandle.Empty(dtype, [a.Batch, 3 * a.Units]);
        var gates = TensorHandle.Empty(dtype, [a.Steps, a.Batch, 4 * a.Units]);
        using var recurrentBias = BiasRow(a, 1);
        var step = new GruStep<T>(a.Units, recurrentBias is { } bias ? bias.Elements<T>() : default);
        var x = fromX.Elements<T>();
        var h = hs.Elements<T>();
        var all = gates.Elements<T>();
        var counts = mask is { } given ? given.Elements<bool>() : default;
        var size = a.Batch * a.Units;
        for (var t = 0; t < a.Steps; t++)
        {
            using var before = hs.AsStrided([a.Batch, a.Units], [a.Units, 1], (long)t * size);
            Aten.MmInto(fromH, before, a.Recurrent);
            step.Forward(
                x.Slice(t * 3 * size, 3 * size),
                fromH.Elements<T>(),
                h.Slice(t * size, size),
                counts.IsEmpty ? default : counts.Slice(t * a.Batch, a.Batch),
                all.Slice(t * 4 * size, 4 * size),
                h.Slice((t + 1) * size, size));
        }

        outputs[0] = BatchFirst(hs.AsStrided([a.Steps, a.Batch, a.Units], [size, a.Units, 1], size), flips: false);
        using var last = hs.AsStrided([a.Batch, a.Units], [a.Units, 1], rows * a.Units);
        outputs[1] = RowMajor.Copy(last, dtype);
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
        using var mask = MaskOf(a);
        using var gSequence = StepsFirst(saved[0], flips: false);
        using var hs = Previous(a, saved[2]);
        using var gates = saved[3].Contiguous();
        using var recurrentT = Aten.Transpose(a.Recurrent, 0, 1);
        using var dX = TensorHandle.Empty(dtype, [rows, 3 * a.Units]);
        using var dH = TensorHandle.Empty(dtype, [rows, 3 * a.Units]);
        var dh = RowMajor.Copy(saved[1], dtype);
        var step = new GruStep<T>(a.Units, default);
        var counts = mask is { } given ? given.Elements<bool>() : default;
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
            using var part = dH.AsStrided([a.Batch, 3 * a.Units], [3 * a.Units, 1], (long)t * 3 * size);
            Aten.AddMm(dh, part, recurrentT);
        }

        using var x = StepsFirst(a.X, a.GoBackwards);
        outputs[0] = InputGradient(a, dX);
        outputs[1] = Product(x, dX, a.Features);
        outputs[2] = Product(hs, dH, a.Units);
        outputs[3] = BiasGradient(dX, dH);
        outputs[4] = dh;
    }

    private static TensorHandle Project(in GruArguments a)
    {
        using var x = StepsFirst(a.X, a.GoBackwards);
        using var rows = RowMajor.Reshape(x, (long)a.Steps * a.Batch, a.Features);
        using var bias = BiasRow(a, 0);
        return bias is { } row ? Aten.Addmm(row, rows, a.Kernel, 1, 1) : Aten.Mm(rows, a.Kernel);
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

    private static TensorHandle? MaskOf(in GruArguments a) =>
        a.Mask is { } mask ? StepsFirst(mask, a.GoBackwards) : null;

    // Room for every h, (steps + 1, batch, units), of which the first is there.
    private static TensorHandle HiddenStates(in GruArguments a)
    {
        var hs = TensorHandle.Empty(a.X.DType, [a.Steps + 1, a.Batch, a.Units]);
        var first = hs.Elements<T>()[..(a.Batch * a.Units)];
        if (a.H is { } h)
        {
            h.CopyTo(first);
        }
        else
        {
            first.Clear();
        }

        return hs;
    }

    // The values before each step: the first, then all but the last.
    private static TensorHandle Previous(in GruArguments a, TensorHandle sequence)
    {
        using var hs = StepsFirst(sequence, flips: false);
        var previous = HiddenStates(a);
        hs.Elements<T>().CopyTo(previous.Elements<T>()[(a.Batch * a.Units)..]);
        return previous;
    }

    private static TensorHandle InputGradient(in GruArguments a, TensorHandle dX)
    {
        using var kernelT = Aten.Transpose(a.Kernel, 0, 1);
        using var product = Aten.Mm(dX, kernelT);
        using var steps = RowMajor.Reshape(product, a.Steps, a.Batch, a.Features);
        return BatchFirst(steps.NewReference(), a.GoBackwards);
    }

    // Σ over steps and samples of inputᵀ · d; of an input with one step more, the last is left out.
    private static TensorHandle Product(TensorHandle input, TensorHandle d, long features)
    {
        using var rows = input.AsStrided([d.Sizes[0], features], [features, 1], 0);
        using var columns = Aten.Transpose(rows, 0, 1);
        return Aten.Mm(columns, d);
    }

    private static TensorHandle BiasGradient(TensorHandle dX, TensorHandle dH)
    {
        using var ofX = SumOfRows(dX);
        using var ofH = SumOfRows(dH);
        return Aten.Cat([ofX, ofH], 0);
    }

    private static TensorHandle SumOfRows(TensorHandle x) =>
        Aten.Call("aten::sum"u8, "dim_IntList"u8, x, Argument.Some(new long[] { 0 }), true, Argument.None);

    private static TensorHandle StepsFirst(TensorHandle x, bool flips)
    {
        using var steps = Aten.Transpose(x, 0, 1);
        using var ordered = flips ? Flip(steps) : steps.NewReference();
        return ordered.Contiguous(); // a flip keeps the strides
    }

    // Takes the steps over.
    private static TensorHandle BatchFirst(TensorHandle steps, bool flips)
    {
        using var given = steps;
        using var ordered = flips ? Flip(given) : given.NewReference();
        using var batch = Aten.Transpose(ordered, 0, 1);
        return batch.Contiguous();
    }

    private static TensorHandle Flip(TensorHandle x) => Aten.Call("aten::flip"u8, default, x, new[] { 0L });
}
