using Hornet.Native;
using static Hornet.Tests.Handles;

namespace Hornet.Tests;

public sealed class ParallelForTests
{
    [Theory]
    [InlineData(0, 1000, 1)]
    [InlineData(5, 1000, 7)]
    [InlineData(0, 10, 100)]
    [InlineData(3, 3, 1)]
    public void Covers_the_range_once(long begin, long end, long grain)
    {
        var hits = new int[1000];

        ParallelFor.Run(begin, end, grain, hits, static (from, to, hits) =>
        {
            for (var i = from; i < to; i++)
            {
                Interlocked.Increment(ref hits[i]);
            }
        });

        Assert.All(hits.Select((count, i) => (count, i)), hit => Assert.Equal(
            hit.i >= begin && hit.i < end ? 1 : 0, hit.count));
    }

    [Fact]
    public void Computes_on_the_elements_of_tensors()
    {
        using var x = Counting(100_000);
        using var y = TensorHandle.Empty(DType.Float32, [100_000]);

        ParallelFor.Run(0, x.Count, 1000, (x, y), static (from, to, tensors) =>
        {
            var source = tensors.x.Elements<float>()[(int)from..(int)to];
            var target = tensors.y.Elements<float>()[(int)from..(int)to];
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = 2 * source[i];
            }
        });

        Assert.Equal(200_000, y.Elements<float>()[^1]);
    }

    [Fact]
    public void Takes_spans_in_its_state()
    {
        var sum = 0L;

        ParallelFor.Run(0, 100, 1, new Numbers([1, 2, 3], ref sum), static (from, to, numbers) =>
            Interlocked.Add(ref numbers.Sum, (to - from) * numbers.Values[^1]));

        Assert.Equal(300, sum);
    }

    [Fact]
    public void Survives_collections_while_it_runs()
    {
        var state = Enumerable.Range(0, 100).Select(i => new string((char)('a' + (i % 26)), i + 1)).ToArray();
        var lengths = new int[100];

        ParallelFor.Run(0, 100, 1, (state, lengths), static (from, to, both) =>
        {
            for (var i = from; i < to; i++)
            {
                GC.Collect(0);
                both.lengths[i] = both.state[i].Length;
            }
        });

        Assert.Equal(Enumerable.Range(1, 100), lengths);
    }

    [Fact]
    public void An_exception_of_the_body_reaches_the_caller()
    {
        var e = Assert.Throws<InvalidOperationException>(() => ParallelFor.Run(0, 1000, 1, 7, static (_, _, state) =>
            throw new InvalidOperationException($"thrown with {state}")));

        Assert.Equal("thrown with 7", e.Message);
    }

    [Fact]
    public void An_exception_in_one_part_reaches_the_caller_after_the_others_have_ended()
    {
        for (var round = 0; round < 20; round++)
        {
            Assert.Throws<FormatException>(() => ParallelFor.Run(0, 1000, 1, 0, static (from, _, _) =>
            {
                if (from > 0 || TorchThreads.Count == 1)
                {
                    throw new FormatException();
                }
            }));
        }
    }

    [Fact]
    public void A_call_inside_a_body_runs()
    {
        var hits = new int[100];

        ParallelFor.Run(0, 10, 1, hits, static (from, to, hits) => ParallelFor.Run(
            from * 10, to * 10, 1, hits, static (innerFrom, innerTo, hits) =>
            {
                for (var i = innerFrom; i < innerTo; i++)
                {
                    hits[i]++;
                }
            }));

        Assert.All(hits, count => Assert.Equal(1, count));
    }

    [Fact]
    public void An_exception_passes_through_nested_calls() =>
        Assert.Throws<FormatException>(() => ParallelFor.Run(0, 10, 1, 0, static (_, _, _) =>
            ParallelFor.Run(0, 10, 1, 0, static (_, _, _) => throw new FormatException())));

    [Fact]
    public void A_body_may_call_kernels()
    {
        using var x = Floats([3], 1);
        var squares = new float[8];

        ParallelFor.Run(0, 8, 1, (x, squares), static (from, to, both) =>
        {
            for (var i = from; i < to; i++)
            {
                using var square = Aten.Mul(both.x, both.x);
                both.squares[i] = square.Item<float>();
            }
        });

        Assert.All(squares, square => Assert.Equal(9, square));
    }

    [Fact]
    public void Allocates_nothing()
    {
        var hits = new int[4];
        Count(hits);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Count(hits);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100); // less than one object a call

        static void Count(int[] hits) => ParallelFor.Run(
            0, 4, 1, hits, static (from, _, hits) => Interlocked.Increment(ref hits[from]));
    }

    private readonly ref struct Numbers(ReadOnlySpan<int> values, ref long sum)
    {
        public readonly ReadOnlySpan<int> Values = values;
        public readonly ref long Sum = ref sum;
    }
}
