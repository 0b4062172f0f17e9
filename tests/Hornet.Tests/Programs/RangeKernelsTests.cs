using Hornet.Native;
using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>Several kernels as one: each part is computed once, wherever threads divide the work.</summary>
public sealed class RangeKernelsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public void Each_part_is_computed_once(int threads)
    {
        Counting[] members = [new(1, 4), new(0, 4), new(5, 2), new(10_001, 1000), new(3, 1_000_000), new(777, 1)];
        var all = Joined(members);

        for (var i = 0; i < threads; i++)
        {
            all.Run([], new Address[members.Length], all.Count * i / threads, all.Count * (i + 1) / threads);
        }

        Assert.All(members, member => Assert.All(member.Counts, count => Assert.Equal(1, count)));
    }

    [Fact]
    public void Threads_compute_each_part_once()
    {
        Counting[] members = [new(5001, 10), new(1, 1), new(9999, 100)];

        Joined(members).Run([], new Address[members.Length]);

        Assert.All(members, member => Assert.All(member.Counts, count => Assert.Equal(1, count)));
    }

    [Fact]
    public void What_is_more_work_has_more_of_the_threads()
    {
        Counting[] members = [new(6000, 1000), new(6, 3)]; // enough for six threads and for two
        var all = Joined(members);

        all.Run([], new Address[members.Length], 0, all.Count / 2);

        Assert.Equal(4000, members[0].Counts.Sum());
        Assert.Equal(0, members[1].Counts.Sum());
    }

    [Fact]
    public void Each_has_its_own_inputs_and_outputs()
    {
        Adding[] members = [new(2), new(1), new(0), new(3)];
        var all = new RangeKernels([.. members.Select(member => Instruction(member, member.Inputs, 1))]);
        using var tensor = TensorHandle.Empty(DType.Float32, [6 + members.Length]);
        float[] values = [1, 2, 4, 8, 16, 32];
        values.CopyTo(tensor.Address.Span<float>(values.Length));

        all.Run(
            [.. Enumerable.Range(0, 6).Select(i => tensor.Address.Skip<float>(i))],
            [.. Enumerable.Range(6, members.Length).Select(i => tensor.Address.Skip<float>(i))]);

        Assert.Equal([3, 4, 0, 56], tensor.Address.Span<float>(6, members.Length).ToArray());
    }

    [Fact]
    public void One_overwrites_its_own_inputs_alone()
    {
        Adding[] members = [new(2), new(0), new(3)];
        var all = new RangeKernels([.. members.Select(member => Instruction(member, member.Inputs, 1))]);

        var pairs =
            from input in Enumerable.Range(0, 5)
            from output in Enumerable.Range(0, 3)
            where all.CanOverwrite(input, output)
            select (input, output);

        Assert.Equal([(0, 0), (2, 2)], pairs); // the first input of each
    }

    private static RangeKernels Joined(Counting[] members) =>
        new([.. members.Select(member => Instruction(member, 0, 1))]);

    private static Instruction Instruction(RangeKernel kernel, int inputs, int outputs) =>
        new(new KernelOp("test", kernel, []), new int[inputs], new int[outputs]);

    private sealed class Counting(int count, long grain) : RangeKernel
    {
        public int[] Counts { get; } = new int[count];

        public override long Count => count;

        protected override long Grain => grain;

        public override void Run(
            ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
        {
            Assert.Equal((0, 1), (inputs.Length, outputs.Length));
            for (var i = begin; i < end; i++)
            {
                Interlocked.Increment(ref Counts[i]);
            }
        }
    }

    private sealed class Adding(int inputs) : RangeKernel
    {
        public int Inputs => inputs;

        public override long Count => 1;

        protected override long Grain => 1;

        public override bool CanOverwrite(int input, int output) => (input, output) == (0, 0);

        public override void Run(
            ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
        {
            Assert.Equal(Inputs, inputs.Length);
            var sum = 0f;
            foreach (var input in inputs)
            {
                sum += input.First<float>();
            }

            outputs[0].First<float>() = sum;
        }
    }
}
