using Hornet.Native;

namespace Hornet.Programs;

/// <summary>How a compiled program computes a primitive without a call of libtorch's.</summary>
/// <remarks>A primitive that has none is computed by its kernel. Both must give the same bits.</remarks>
internal abstract record Lowering;

/// <summary>Each element of the result is a function of those in its place, and of constants after them.</summary>
internal sealed record ElementLowering(Element Function, params double[] Constants) : Lowering;

/// <summary>The result has the elements of the only input, in the same order, in another shape.</summary>
internal sealed record SameElements : Lowering;

/// <summary>A kernel on dense memory.</summary>
internal sealed record DenseLowering(DenseKernel Kernel) : Lowering;

/// <summary>A computation on dense row-major memory, written in C#, for inputs of certain shapes.</summary>
/// <remarks>Immutable, and called by several threads at once.</remarks>
internal abstract class DenseKernel
{
    /// <summary>Computes the outputs of the inputs: each is where the elements of a tensor begin.</summary>
    public abstract void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs);

    /// <summary>Whether an output may lie in the memory of an input.</summary>
    public virtual bool CanOverwrite(int input, int output) => false;
}

/// <summary>A dense kernel whose results can be computed part by part, by several threads.</summary>
internal abstract class RangeKernel : DenseKernel
{
    /// <summary>The share of the work that is worth a thread.</summary>
    public const long PerThread = 256;

    /// <summary>How many parts there are at most.</summary>
    public abstract long Count { get; }

    /// <summary>How much work it is, whatever its parts are: <see cref="PerThread"/> is worth a thread.</summary>
    public long Share => (long)Math.Ceiling((double)Count * PerThread / Grain);

    /// <summary>How many are worth a thread.</summary>
    protected abstract long Grain { get; }

    /// <summary>Computes the parts from one to another.</summary>
    public abstract void Run(
        ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end);

    public sealed override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        if (Count <= Grain)
        {
            Run(inputs, outputs, 0, Count);
            return;
        }

        var job = new Job { Kernel = this, Inputs = inputs, Outputs = outputs };
        ParallelFor.Run(
            0, Count, Grain, job, static (begin, end, job) => job.Kernel.Run(job.Inputs, job.Outputs, begin, end));
    }

    private ref struct Job
    {
        public RangeKernel Kernel;
        public ReadOnlySpan<Address> Inputs, Outputs;
    }
}
