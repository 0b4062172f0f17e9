using Hornet.Native;
using Hornet.Programs;

namespace Hornet.Autodiff;

/// <summary>
/// An indivisible operation. Its shape rule, its kernel and its gradient rule stand together here,
/// and nowhere else; everything that is not a primitive is written in terms of primitives.
/// </summary>
internal abstract record Primitive : Op
{
    /// <summary>What the tape keeps alive for the gradient rule. The rule may read nothing else.</summary>
    protected internal virtual Saves Saves => Saves.Nothing;

    /// <summary>Whether equal inputs give equal results, so that a program may compute them once.</summary>
    protected internal virtual bool IsPure => true;

    /// <summary>Whether the results depend on the inputs' shapes and dtypes alone.</summary>
    protected internal virtual bool IgnoresValues => false;

    /// <summary>
    /// Whether the kernel gives the same bits however the inputs lie in memory. Others get dense ones: libtorch rounds
    /// in other places, or adds up in another order, where elements are not side by side, and in a program they may be.
    /// </summary>
    protected internal virtual bool TakesViews => IgnoresValues;

    /// <summary>The results' shapes and dtypes, or a <see cref="ShapeException"/>. Touches no data.</summary>
    public abstract TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs);

    /// <summary>Fills the outputs with references of their own. <see cref="Infer"/> has accepted the inputs.</summary>
    public abstract void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs);

    /// <summary>Runs on dense copies of what is not dense, unless it <see cref="TakesViews"/>.</summary>
    /// <remarks>With libtorch: then nothing that a kernel writes is moved into its memory meanwhile.</remarks>
    internal void RunOn(Span<TensorHandle> inputs, Span<TensorHandle> outputs)
    {
        LibTorch.Load();
        if (TakesViews)
        {
            Run(inputs, outputs);
            return;
        }

        Span<TensorHandle> copies = stackalloc TensorHandle[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            if (!inputs[i].IsContiguous)
            {
                inputs[i] = copies[i] = inputs[i].Contiguous();
            }
        }

        try
        {
            Run(inputs, outputs);
        }
        finally
        {
            foreach (var copy in copies)
            {
                copy.Dispose();
            }
        }
    }

    /// <summary>How a compiled program computes this by itself; null where only the kernel can.</summary>
    /// <param name="inputs">The inputs' shapes, all known, and dtypes.</param>
    protected internal virtual Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) => null;

    /// <summary>
    /// A primitive that does another one's work with its own, and takes what that one took; null where there is none.
    /// </summary>
    /// <param name="input">Which input the other one makes.</param>
    /// <param name="producer">The other one, of one input.</param>
    /// <param name="inputs">The inputs as they are without that.</param>
    protected internal virtual Primitive? Absorb(
        int input, Primitive producer, ReadOnlySpan<TensorSpec> inputs) => null;

    /// <summary>
    /// One cotangent per input, null where none flows, from one per output, null where none arrived. Written in public
    /// ops. A cotangent may have the shape of the broadcast result: the tape sums it down.
    /// </summary>
    public abstract Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved);

    /// <summary>Runs, or is appended to the program its inputs belong to; either way an open tape records it.</summary>
    public sealed override Tensor[] Call(ReadOnlySpan<Tensor> inputs)
    {
        if (OperandType(inputs) is { } dtype)
        {
            inputs = Convert(inputs, dtype);
        }

        var specs = Infer(TensorSpec.Of(inputs));
        Tensor[] outputs = Trace.Of(inputs) is { } trace
            ? trace.Append(this, inputs, specs)
            : Run(inputs, specs.Length);
        Tape.Current?.Record(this, inputs, outputs);
        return outputs;
    }

    /// <summary>The dtype that the inputs are cast to first; null where they are taken as they are.</summary>
    protected virtual DType? OperandType(ReadOnlySpan<Tensor> inputs) => null;

    /// <summary>Whether an input is among those that are cast: not the condition of a choice, for one.</summary>
    protected virtual bool IsOperand(int index) => true;

    private ReadOnlySpan<Tensor> Convert(ReadOnlySpan<Tensor> inputs, DType dtype)
    {
        Tensor[]? converted = null;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (IsOperand(i) && inputs[i].DType != dtype)
            {
                converted ??= inputs.ToArray();
                converted[i] = Ops.Cast(inputs[i], dtype);
            }
        }

        return converted ?? inputs;
    }

    private EagerTensor[] Run(ReadOnlySpan<Tensor> inputs, int count)
    {
        Span<TensorHandle> arguments = stackalloc TensorHandle[inputs.Length];
        Span<TensorHandle> results = stackalloc TensorHandle[count];
        for (var i = 0; i < inputs.Length; i++)
        {
            arguments[i] = ((EagerTensor)inputs[i]).Handle;
        }

        RunOn(arguments, results);
        var outputs = new EagerTensor[count];
        for (var i = 0; i < count; i++)
        {
            outputs[i] = new EagerTensor(results[i]);
        }

        foreach (var input in inputs)
        {
            GC.KeepAlive(input); // no finalizer frees an argument while its kernel runs
        }

        return outputs;
    }
}

/// <summary>A primitive from one tensor to one.</summary>
internal abstract record UnaryPrimitive : Primitive
{
    public sealed override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [Infer(inputs[0])];

    public sealed override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
        outputs[0] = Run(inputs[0]);

    public sealed override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [Vjp(g[0]!, saved)];

    protected virtual TensorSpec Infer(TensorSpec x) => x;

    protected abstract TensorHandle Run(TensorHandle x);

    protected abstract Tensor? Vjp(Tensor g, Residuals saved);
}

/// <summary>A primitive from two tensors to one.</summary>
internal abstract record BinaryPrimitive : Primitive
{
    public sealed override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [Infer(inputs[0], inputs[1])];

    public sealed override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
        outputs[0] = Run(inputs[0], inputs[1]);

    public sealed override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
    {
        var (x, y) = Vjp(g[0]!, saved);
        return [x, y];
    }

    protected abstract TensorSpec Infer(TensorSpec x, TensorSpec y);

    protected abstract TensorHandle Run(TensorHandle x, TensorHandle y);

    protected abstract (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved);
}
