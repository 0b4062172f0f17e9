using System.Numerics;
using System.Numerics.Tensors;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>Which gradients by a recurrent computation's results there are, and whether that by x is asked.</summary>
internal readonly record struct RecurrentCotangents(bool Sequence, bool H, bool C, bool WantsX)
{
    public int Count => (Sequence ? 1 : 0) + (H ? 1 : 0) + (C ? 1 : 0);
}

/// <summary>The way back through all steps of a recurrent layer.</summary>
/// <remarks>
/// Each thread takes rows of the batch back through all steps. What they leave, the gradients by the sums and the
/// operands of the products, is the last output: of it, one product makes each weight's gradient.
/// </remarks>
internal sealed class RecurrentGradientKernel<T>(
    RecurrentLayout layout, RecurrentSteps<T> cell, RecurrentCotangents cotangents) : DenseKernel
    where T : unmanaged, INumberBase<T>
{
    private readonly int _units = layout.Units;
    private readonly int _width = PackedMatrix<T>.Padded(layout.Units);
    private readonly int _sums = cell.Gradients * layout.Units;
    private readonly int _left = cell.Left;

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        var given = new RecurrentInputs(inputs[(cotangents.Count + 2)..], layout);
        var (gates, first) = (cell.Gates * _units, cell.FirstBack * _units);
        var (size1, size2) = (PackedMatrix<T>.Size(first, _units), PackedMatrix<T>.Size(gates - first, _units));
        long states = (long)layout.Batch * _units, products = (long)layout.Batch * _width;
        long sums = (long)(layout.Batch + 1) * _sums;
        var memory = new Allotment<T>(size1, size2, states, states, products, sums, _units);
        var job = new Job
        {
            Kernel = this,
            Inputs = given,
            Given = inputs[..(cotangents.Count + 2)],
            Left = outputs[^1],
            First = PackedMatrix<T>.Of(given.Recurrent, first, _units, 1, gates, memory.Take(size1)),
            Second = PackedMatrix<T>.Of(
                given.Recurrent.Skip<T>(first), gates - first, _units, 1, gates, memory.Take(size2)),
            H = memory.Take(states),
            C = memory.Take(states),
            Product = memory.Take(products),
            Sums = memory.Take(sums),
            Zeros = memory.Take(_units),
        };
        job.Zeros.Span<T>(_units).Clear();
        layout.ForRows((long)layout.Steps * gates * _units, job, static (begin, end, job) =>
            job.Kernel.Compute(begin, end, job));
        Finish(job, outputs);
    }

    private void Compute(int begin, int end, in Job job)
    {
        var (start, count) = ((long)begin * _units, (end - begin) * _units);
        var given = cotangents.Sequence ? 1 : 0;
        Begin(cotangents.H ? job.Given[given++].Skip<T>(start) : default, job.H.Skip<T>(start), count);
        Begin(cotangents.C ? job.Given[given].Skip<T>(start) : default, job.C.Skip<T>(start), count);
        job.Product.Span<T>((long)begin * _width, (end - begin) * _width).Clear();
        job.Sums.Span<T>((long)begin * _sums, (end - begin) * _sums).Clear();
        for (var t = layout.Steps - 1; t >= 0; t--)
        {
            Step(begin, end, t, job);
        }

        for (var row = begin; row < end; row++)
        {
            var dh = job.H.Span<T>((long)row * _units, _units);
            TensorPrimitives.Add(dh, job.Product.Span<T>((long)row * _width, _units), dh);
        }
    }

    private void Step(int begin, int end, int t, in Job job)
    {
        var step = layout.StepAt(t);
        for (var row = begin; row < end; row++)
        {
            StepBack(row, t, job);
        }

        var left = job.Left.Skip<T>((((long)begin * layout.Steps) + step) * _left);
        var (second, apart) = (left.Skip<T>((long)cell.SecondAt * _units), (long)layout.Steps * _left);
        var product = job.Product.Skip<T>((long)begin * _width);
        if (cell.IsTwofold)
        {
            job.Second.Multiply(end - begin, second, apart, product, _width);
            for (var row = begin; row < end; row++)
            {
                if (job.Inputs.Counts(row, step))
                {
                    cell.FinishBackward(Row(row, t, job));
                }
            }
        }

        job.First.Multiply(end - begin, left, apart, product, _width);
        if (!cell.IsTwofold && cell.FirstBack < cell.Gates)
        {
            job.Second.Multiply(end - begin, second, apart, product, _width, adds: true);
        }

        for (var row = begin; layout.HasBias && row < end; row++)
        {
            var sums = job.Sums.Span<T>((long)row * _sums, _sums);
            TensorPrimitives.Add(sums, Row(row, t, job).Gradient.Span<T>(_sums), sums);
        }
    }

    private void StepBack(int row, int t, in Job job)
    {
        var place = Row(row, t, job);
        var dh = place.GradientH.Span<T>(_units);
        TensorPrimitives.Add(dh, place.Product.Span<T>(_units), dh);
        if (cotangents.Sequence)
        {
            var start = (((long)row * layout.Steps) + t) * _units;
            TensorPrimitives.Add(dh, job.Given[0].Span<T>(start, _units), dh);
        }

        if (job.Inputs.Counts(row, layout.StepAt(t)))
        {
            cell.Backward(place);
        }
        else
        {
            place.Gradient.Span<T>(_left).Clear();
        }

        place.H.Span<T>(_units).CopyTo(place.Gradient.Span<T>(_sums, _units));
    }

    private BackwardRow Row(int row, int t, in Job job)
    {
        var (place, first, step) = ((long)row * _units, (long)row * layout.Steps, layout.StepAt(t));
        var (sequence, kept, keptWidth) = (job.Given[^2], job.Given[^1], cell.Kept * _units);
        var left = job.Left.Skip<T>((first + step) * _left);
        return new(
            kept.Skip<T>((first + step) * keptWidth),
            t > 0 ? sequence.Skip<T>((first + t - 1) * _units) : Initial(0, row, job),
            cell.States == 1 ? default
                : t > 0 ? kept.Skip<T>(((first + layout.StepAt(t - 1) + 1) * keptWidth) - _units)
                : Initial(1, row, job),
            job.H.Skip<T>(place),
            job.C.Skip<T>(place),
            left,
            job.Product.Skip<T>((long)row * _width),
            left.Skip<T>(_sums + _units));
    }

    private Address Initial(int state, int row, in Job job) =>
        layout.HasState ? job.Inputs.State(state).Skip<T>((long)row * _units) : job.Zeros;

    // By the kernel, the recurrent kernel, then by those that there are: bias, states, x.
    private void Finish(in Job job, ReadOnlySpan<Address> outputs)
    {
        var (gates, first, all) = (cell.Gates * _units, cell.FirstBack * _units, layout.Batch * layout.Steps);
        var (left, h) = (job.Left, job.Left.Skip<T>(_sums));
        Gemm.Multiply<T>(
            true, false, layout.Features, gates, all, new(job.Inputs.X), new(left, _left), new(outputs[0]));
        Gemm.Multiply<T>(true, false, _units, first, all, new(h, _left), new(left, _left), new(outputs[1], gates));
        Gemm.Multiply<T>(
            true, false, _units, gates - first, all, new(cell.IsTwofold ? h.Skip<T>(_units) : h, _left),
            new(left.Skip<T>((long)cell.SecondAt * _units), _left), new(outputs[1].Skip<T>(first), gates));
        var next = 2;
        if (layout.HasBias)
        {
            cell.WriteBias(Total(job.Sums), outputs[next++]);
        }

        if (layout.HasState)
        {
            job.H.Span<T>(layout.Batch * _units).CopyTo(outputs[next++].Span<T>(layout.Batch * _units));
            if (cell.States > 1)
            {
                job.C.Span<T>(layout.Batch * _units).CopyTo(outputs[next++].Span<T>(layout.Batch * _units));
            }
        }

        if (cotangents.WantsX)
        {
            Gemm.Multiply<T>(
                false, true, all, layout.Features, gates, new(left, _left), new(job.Inputs.Kernel), new(outputs[next]));
        }
    }

    private Address Total(Address sums)
    {
        var total = sums.Skip<T>((long)layout.Batch * _sums);
        total.Span<T>(_sums).Clear();
        for (var row = 0; row < layout.Batch; row++)
        {
            TensorPrimitives.Add(total.Span<T>(_sums), sums.Span<T>((long)row * _sums, _sums), total.Span<T>(_sums));
        }

        return total;
    }

    private static void Begin(Address given, Address state, int count)
    {
        if (given.Value == 0)
        {
            state.Span<T>(count).Clear();
        }
        else
        {
            given.Span<T>(count).CopyTo(state.Span<T>(count));
        }
    }

    private ref struct Job
    {
        public RecurrentGradientKernel<T> Kernel;
        public RecurrentInputs Inputs;
        public ReadOnlySpan<Address> Given;
        public PackedMatrix<T> First, Second;
        public Address Left, H, C, Product, Sums, Zeros;
    }
}
