using Hornet.Native;

namespace Hornet.Programs;

/// <summary>Runs dense kernels outside a program.</summary>
internal static class DenseKernels
{
    /// <summary>Runs a kernel whose results are like its first inputs.</summary>
    public static void Run(DenseKernel kernel, ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
    {
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = TensorHandle.Empty(inputs[i].DType, inputs[i].Sizes);
        }

        RunInto(kernel, inputs, outputs);
    }

    /// <summary>Fills dense outputs.</summary>
    public static void RunInto(
        DenseKernel kernel, ReadOnlySpan<TensorHandle> inputs, ReadOnlySpan<TensorHandle> outputs)
    {
        Span<Address> from = stackalloc Address[inputs.Length];
        Span<Address> to = stackalloc Address[outputs.Length];
        Span<TensorHandle> dense = stackalloc TensorHandle[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            dense[i] = inputs[i].Contiguous();
            from[i] = dense[i].Address;
        }

        for (var i = 0; i < outputs.Length; i++)
        {
            to[i] = outputs[i].Address;
        }

        kernel.Run(from, to);
        foreach (var input in dense)
        {
            input.Dispose();
        }
    }
}
