namespace Hornet.Tests;

public class ShuffleDrawTests
{
    [Fact]
    public void Threads_may_share_the_lines_of_an_array()
    {
        var key = new RandomKey(5, 6);
        var whole = new long[4 * 9 * 3];
        var cut = new long[whole.Length];
        ShuffleDraw.Fill(key, 9, 3, 0, 12, whole);
        ShuffleDraw.Fill(key, 9, 3, 5, 12, cut);
        ShuffleDraw.Fill(key, 9, 3, 0, 5, cut);
        Assert.Equal(whole, cut);
    }

    [Fact]
    public void Every_line_is_a_permutation()
    {
        var order = new long[1000];
        ShuffleDraw.Fill(new RandomKey(5, 6), 1000, 1, 0, 1, order);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), order.Order());
    }
}
