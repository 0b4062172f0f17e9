using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet.Programs;

/// <summary>A primitive that only passes make, and that a dense kernel computes.</summary>
internal abstract record ProgramOp : Primitive
{
    protected internal sealed override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
        new DenseLowering(Kernel(inputs));

    public sealed override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
    {
        var specs = new TensorSpec[inputs.Length];
        for (var i = 0; i < specs.Length; i++)
        {
            specs[i] = new TensorSpec(Shape.FromSizes(inputs[i].Sizes), inputs[i].DType);
        }

        var results = Infer(specs);
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = TensorHandle.Empty(results[i].DType, results[i].Shape.Sizes);
        }

        DenseKernels.RunInto(Kernel(specs), inputs, outputs);
    }

    public sealed override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
        throw new InvalidOperationException("A program that was optimized is not differentiated.");

    /// <summary>The kernel for inputs of these shapes.</summary>
    protected abstract DenseKernel Kernel(ReadOnlySpan<TensorSpec> inputs);
}
