using Hornet.Testing;

namespace Hornet.Tests;

public sealed class RearrangeOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Rearrange(t[0], "b h w -> w (b h)"), [2, 3, 2]);
        OpContract.Check(t => Ops.Rearrange(t[0], "b (h p) c -> (b p) c h", ("p", 2)), [2, 4, 3]);
        OpContract.Check(t => Ops.Rearrange(t[0], "(a b) c->a b c", ("a", 2)), [4, 1]);
    }

    [Fact]
    public void The_batch_may_be_unknown() => Assert.Equal(
        [null, 3, 2, 3], Ops.Rearrange(new KerasTensor([null, 6, 3]), "b (h p) c -> b h p c", ("p", 2)).Shape);

    [Theory]
    [InlineData("a b")]
    [InlineData("a b -> a b 1")]
    [InlineData("a ... -> ... a")]
    [InlineData("a b -> a")]
    [InlineData("a a -> a")]
    [InlineData("(a b -> b a")]
    public void Says_what_is_no_pattern(string pattern) =>
        Assert.Throws<ArgumentException>(() => Ops.Rearrange(Ops.Ones([2, 3]), pattern));

    [Fact]
    public void Says_which_sizes_do_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.Rearrange(Ops.Ones([6]), "(a b) -> a b"));
        Assert.Throws<ShapeException>(() => Ops.Rearrange(Ops.Ones([7]), "(a b) -> a b", ("a", 2)));
        Assert.Throws<ShapeException>(() => Ops.Rearrange(Ops.Ones([6]), "(a b) -> a b", ("a", 2), ("b", 4)));
        Assert.Throws<ShapeException>(() => Ops.Rearrange(Ops.Ones([6]), "a b -> b a"));
    }
}
