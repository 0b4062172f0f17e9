using Hornet.Native;

namespace Hornet.Tests;

public sealed class ScratchTests
{
    [Fact]
    public void A_thread_gets_its_block_again_and_a_larger_one_where_it_needs_more()
    {
        var first = Scratch.Get(100);
        first.Span<byte>(100).Fill(7);

        Assert.Equal(first, Scratch.Get(50));
        Assert.All(Scratch.Get(100).Span<byte>(100).ToArray(), x => Assert.Equal(7, x));
        var large = Scratch.Get(1 << 20);
        large.Span<byte>(1 << 20).Fill(1); // all of it is there
        Assert.Equal(large, Scratch.Get(100));
    }

    [Fact]
    public void Two_threads_have_two_blocks()
    {
        var mine = Scratch.Get(64);
        mine.First<int>() = 1;
        var other = default(Address);
        var thread = new Thread(() =>
        {
            other = Scratch.Get(64);
            other.First<int>() = 2;
        });
        thread.Start();
        thread.Join();

        Assert.NotEqual(mine, other);
        Assert.Equal(1, mine.First<int>());
    }
}
