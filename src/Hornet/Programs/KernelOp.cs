using System.Runtime.CompilerServices;
using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet.Programs;

/// <summary>What a pass makes of primitives that dense kernels compute: only programs have it.</summary>
/// <param name="Title">What it stands for, in a listing.</param>
/// <param name="Kernel">The kernel.</param>
/// <param name="Specs">The results' shapes and dtypes.</param>
internal sealed record KernelOp(string Title, DenseKernel Kernel, TensorSpec[] Specs) : Primitive
{
    public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => Specs;

    public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
    {
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = TensorHandle.Empty(Specs[i].DType, Specs[i].Shape.Sizes);
        }

        DenseKernels.RunInto(Kernel, inputs, outputs);
    }

    public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
        throw new InvalidOperationException("A program that was optimized is not differentiated.");

    /// <summary>Equal to itself alone: equal work has been merged before there are kernels.</summary>
    public bool Equals(KernelOp? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => Title;
}
