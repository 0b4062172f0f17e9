using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>All steps of a recurrent layer: the sequence of h, the last states, and what the way back needs.</summary>
/// <remarks>
/// x · W of all steps is one product. Then each thread takes rows of the batch through all steps, so that nobody waits
/// for anybody between two steps.
/// </remarks>
internal sealed class RecurrentKernel<T>(RecurrentLayout layout, RecurrentSteps<T> cell) : DenseKernel
    where T : unmanaged
{
    private readonly int _units = layout.Units;
    private readonly int _width = PackedMatrix<T>.Padded(cell.First * layout.Units);

    private int KeptWidth => cell.Kept * _units;

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        var given = new RecurrentInputs(inputs, layout);
        var (gates, first) = (cell.Gates * _units, cell.First * _units);
        Gemm.Multiply<T>(
            false, false, layout.Batch * layout.Steps, gates, layout.Features, new(given.X), new(given.Kernel),
            new(outputs[^1], KeptWidth));
        var (size1, size2) = (PackedMatrix<T>.Size(_units, first), PackedMatrix<T>.Size(_units, gates - first));
        long states = (long)layout.Batch * _units, products = (long)layout.Batch * _width;
        var bias = (long)cell.Gradients * _units;
        var memory = new Allotment<T>(size1, size2, bias, states, states, states, products);
        var job = new Job
        {
            Kernel = this,
            Inputs = given,
            Outputs = outputs,
            First = PackedMatrix<T>.Of(given.Recurrent, _units, first, gates, 1, memory.Take(size1)),
            Second = PackedMatrix<T>.Of(
                given.Recurrent.Skip<T>(first), _units, gates - first, gates, 1, memory.Take(size2)),
            Bias = memory.Take(bias),
            H = memory.Take(states),
            C = memory.Take(states),
            Recalled = memory.Take(states),
            Product = memory.Take(products),
        };
        job.Bias.Span<T>((int)bias).Clear();
        if (layout.HasBias)
        {
            cell.ReadBias(given.Bias, job.Bias);
        }

        layout.ForRows((long)layout.Steps * gates * _units, job, static (begin, end, job) =>
            job.Kernel.Compute(begin, end, job));
    }

    private void Compute(int begin, int end, in Job job)
    {
        var (start, count) = ((long)begin * _units, (end - begin) * _units);
        Begin(job.Inputs.State(0), job.H, start, count);
        if (cell.States > 1)
        {
            Begin(job.Inputs.State(1), job.C, start, count);
        }

        for (var t = 0; t < layout.Steps; t++)
        {
            Step(begin, end, t, job);
        }

        job.H.Span<T>(start, count).CopyTo(job.Outputs[1].Span<T>(start, count));
        if (cell.States > 1)
        {
            job.C.Span<T>(start, count).CopyTo(job.Outputs[2].Span<T>(start, count));
        }
    }

    private void Step(int begin, int end, int t, in Job job)
    {
        var step = layout.StepAt(t);
        var product = job.Product.Skip<T>((long)begin * _width);
        job.First.Multiply(end - begin, job.H.Skip<T>((long)begin * _units), _units, product, _width);
        for (var row = begin; row < end; row++)
        {
            if (job.Inputs.Counts(row, step))
            {
                cell.Forward(Row(row, step, job));
            }
        }

        if (cell.IsTwofold)
        {
            job.Second.Multiply(end - begin, job.Recalled.Skip<T>((long)begin * _units), _units, product, _width);
        }

        for (var row = begin; row < end; row++)
        {
            if (!job.Inputs.Counts(row, step))
            {
                cell.Skip(Row(row, step, job));
            }
            else if (cell.IsTwofold)
            {
                cell.Finish(Row(row, step, job));
            }

            job.H.Span<T>((long)row * _units, _units)
                .CopyTo(job.Outputs[0].Span<T>((((long)row * layout.Steps) + t) * _units, _units));
        }
    }

    private ForwardRow Row(int row, int step, in Job job)
    {
        var place = (long)row * _units;
        return new(
            job.Outputs[^1].Skip<T>((((long)row * layout.Steps) + step) * KeptWidth),
            job.Product.Skip<T>((long)row * _width),
            job.Bias,
            job.H.Skip<T>(place),
            job.C.Skip<T>(place),
            job.Recalled.Skip<T>(place));
    }

    private static void Begin(Address given, Address state, long start, int count)
    {
        if (given.Value == 0)
        {
            state.Span<T>(start, count).Clear();
        }
        else
        {
            given.Span<T>(start, count).CopyTo(state.Span<T>(start, count));
        }
    }

    private ref struct Job
    {
        public RecurrentKernel<T> Kernel;
        public RecurrentInputs Inputs;
        public ReadOnlySpan<Address> Outputs;
        public PackedMatrix<T> First, Second;
        public Address Bias, H, C, Recalled, Product;
    }
}
