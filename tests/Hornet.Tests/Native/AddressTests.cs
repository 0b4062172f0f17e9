using Hornet.Native;

namespace Hornet.Tests;

public sealed class AddressTests
{
    [Fact]
    public void Spans_and_elements_are_counted_in_elements()
    {
        var block = new MemoryBlock(6 * sizeof(int));
        var start = block.Start;
        for (var i = 0; i < 6; i++)
        {
            start.Skip<int>(i).First<int>() = i;
        }

        Assert.Equal([0, 1, 2, 3, 4, 5], start.Span<int>(6).ToArray());
        Assert.Equal([2, 3], start.Span<int>(2, 2).ToArray());
        Assert.Equal(start.Value + 12, start.Skip<int>(3).Value);
        Assert.Equal(start.Value + 3, start.Skip<byte>(3).Value);
    }

    [Fact]
    public void A_block_begins_at_a_cache_line_and_knows_what_is_in_it()
    {
        var block = new MemoryBlock(10);

        Assert.Equal(0, block.Start.Value % MemoryBlock.Alignment);
        Assert.True(block.Start.IsIn(block.Start, block.Bytes));
        Assert.True(block.Start.Skip<byte>(9).IsIn(block.Start, block.Bytes));
        Assert.False(block.Start.Skip<byte>(10).IsIn(block.Start, block.Bytes));
        Assert.False(default(Address).IsIn(block.Start, block.Bytes));
    }

    [Fact]
    public void A_block_of_nothing_is_one_too()
    {
        var block = new MemoryBlock(0);

        Assert.NotEqual(0, block.Start.Value);
        Assert.False(block.Start.IsIn(block.Start, block.Bytes));
    }
}
