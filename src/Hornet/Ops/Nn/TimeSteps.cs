using Hornet.Native;

namespace Hornet;

/// <summary>What the kernels of recurrent layers share: sequences whose steps come first in memory.</summary>
internal static class TimeSteps
{
    /// <summary>(batch, steps, ...) to (steps, batch, ...), row-major; from the last step on where it flips.</summary>
    public static TensorHandle First(TensorHandle x, bool flips)
    {
        using var steps = Aten.Transpose(x, 0, 1);
        using var ordered = flips ? Flip(steps) : steps.NewReference();
        return ordered.Contiguous(); // a flip keeps the strides
    }

    /// <summary>The other way round.</summary>
    public static TensorHandle Last(TensorHandle steps, bool flips)
    {
        using var ordered = flips ? Flip(steps) : steps.NewReference();
        using var batch = Aten.Transpose(ordered, 0, 1);
        return batch.Contiguous();
    }

    /// <summary>A step of steps that come first, as a matrix of so many rows.</summary>
    public static TensorHandle At(TensorHandle steps, int t, long rows)
    {
        var columns = steps.Sizes[^1];
        return steps.AsStrided([rows, columns], [columns, 1], t * rows * columns);
    }

    /// <summary>x · kernel + bias for all steps: (steps · batch, gates).</summary>
    public static TensorHandle Project(TensorHandle x, TensorHandle kernel, TensorHandle? bias, bool flips)
    {
        using var steps = First(x, flips);
        using var rows = RowMajor.Reshape(steps, x.Sizes[0] * x.Sizes[1], x.Sizes[2]);
        return bias is { } row ? Aten.Addmm(row, rows, kernel, 1, 1) : Aten.Mm(rows, kernel);
    }

    /// <summary>A state before the first step, or zeros, and after each: room where none are given.</summary>
    public static TensorHandle States<T>(
        TensorHandle x, int units, TensorHandle? start, TensorHandle? after = null)
        where T : unmanaged
    {
        var (batch, steps) = (x.Sizes[0], x.Sizes[1]);
        var states = TensorHandle.Empty(x.DType, [steps + 1, batch, units]);
        var first = states.Elements<T>()[..(int)(batch * units)];
        if (start is { } given)
        {
            given.CopyTo(first);
        }
        else
        {
            first.Clear();
        }

        after?.CopyTo(states.Elements<T>()[first.Length..]);
        return states;
    }

    /// <summary>A view of the states after each step.</summary>
    public static TensorHandle After(TensorHandle states)
    {
        var (steps, batch, units) = (states.Sizes[0] - 1, states.Sizes[1], states.Sizes[2]);
        return states.AsStrided([steps, batch, units], [batch * units, units, 1], batch * units);
    }

    /// <summary>A copy of the state after the last step.</summary>
    public static TensorHandle Final(TensorHandle states)
    {
        using var last = At(states, (int)states.Sizes[0] - 1, states.Sizes[1]);
        return RowMajor.Copy(last, states.DType);
    }

    /// <summary>The gradient by x, of what the kernel made of it.</summary>
    public static TensorHandle InputGradient(TensorHandle x, TensorHandle kernel, TensorHandle gradient, bool flips)
    {
        using var kernelT = Aten.Transpose(kernel, 0, 1);
        using var product = Aten.Mm(gradient, kernelT);
        using var steps = RowMajor.Reshape(product, x.Sizes[1], x.Sizes[0], x.Sizes[2]);
        return Last(steps, flips);
    }

    /// <summary>Σ over steps and samples of inputᵀ · gradient; a step more of the input is left out.</summary>
    public static TensorHandle Product(TensorHandle input, TensorHandle gradient)
    {
        var columns = input.Sizes[^1];
        using var rows = input.AsStrided([gradient.Sizes[0], columns], [columns, 1], 0);
        using var transposed = Aten.Transpose(rows, 0, 1);
        return Aten.Mm(transposed, gradient);
    }

    /// <summary>The sum over steps and samples.</summary>
    public static TensorHandle Sum(TensorHandle rows, bool keepsAxis) => Aten.Call(
        "aten::sum"u8, "dim_IntList"u8, rows, Argument.Some(new long[] { 0 }), keepsAxis, Argument.None);

    private static TensorHandle Flip(TensorHandle x) => Aten.Call("aten::flip"u8, default, x, new[] { 0L });
}
