using Hornet.Testing;

namespace Hornet.Tests;

public sealed class DotProductAttentionOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.DotProductAttention(t[0], t[1], t[2]), [2, 2, 2, 3], [2, 3, 2, 3], [2, 3, 2, 3]);
        OpContract.Check(
            t => Ops.DotProductAttention(t[0], t[1], t[2], isCausal: true, flashAttention: false),
            [1, 3, 2, 2], [1, 2, 1, 2], [1, 2, 1, 2]);
        OpContract.Check(
            t => Ops.DotProductAttention(t[0], t[1], t[2], t[3], scale: 0.5),
            [1, 2, 2, 3], [1, 3, 2, 3], [1, 3, 2, 2], [1, 2, 2, 3]);
    }

    [Fact]
    public void Of_the_depth_a_trace_does_not_know_the_scale_is_right_when_it_is_computed() => Assert.Equal(
        [null, null, 2, 4],
        Ops.DotProductAttention(
            new KerasTensor([null, null, 2, 4]), new KerasTensor([null, null, 2, 4]),
                new KerasTensor([null, null, 2, 4])).Shape);

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Equal(
            "DotProductAttention: expected queries, keys and values (batch, length, heads, depth) that fit. " +
            "Received: " +
            "query=float32(2, 3, 4), key=float32(2, 5, 2, 4), value=float32(2, 5, 2, 4).",
            Message(new float[2, 3, 4], new float[2, 5, 2, 4]));
        Assert.Contains("that fit", Message(new float[2, 3, 3, 4], new float[2, 5, 2, 4]), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Self(new float[1, 2, 2, 2], attnLogitsSoftCap: 2));
        Assert.Throws<ArgumentException>(() => Self(new float[1, 2, 2, 2], bias: new float[2, 2],
            flashAttention: true));
    }

    private static string Message(Tensor query, Tensor key) =>
        Assert.Throws<ShapeException>(() => Ops.DotProductAttention(query, key, key)).Message;

    private static Tensor Self(
        Tensor x, Tensor? bias = null, bool? flashAttention = null, double? attnLogitsSoftCap = null) =>
        Ops.DotProductAttention(
            x, x, x, bias, flashAttention: flashAttention, attnLogitsSoftCap: attnLogitsSoftCap);
}

public sealed class FlashAttentionOpTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 5)]
    [InlineData(33, 70)]
    [InlineData(600, 600)]
    public void Gives_what_ops_give(int queries, int keys)
    {
        var random = new Random(0);
        var (query, key, value) = (Of(random, queries), Of(random, keys), Of(random, keys));
        Tensor mask = Enumerable.Range(0, keys).Select(i => i % 3 != 1).ToArray();

        foreach (var (isCausal, seen) in new[] { (false, null), (true, null), (false, mask), (true, mask) })
        {
            var fused = Results(query, key, value, seen, isCausal, flash: true);
            var plain = Results(query, key, value, seen, isCausal, flash: false);

            for (var i = 0; i < fused.Length; i++)
            {
                Assert.All(fused[i].Zip(plain[i]), pair => Assert.Equal(pair.Second, pair.First, 1e-4f));
            }
        }
    }

    [Fact]
    public void Of_a_query_that_may_see_nothing_is_the_mean()
    {
        var value = Tensor.From([1, 2, 1, 1], [1f, 3]);

        foreach (var flash in new[] { true, false })
        {
            var y = Ops.DotProductAttention(
                new float[1, 1, 1, 1], new float[1, 2, 1, 1], value, mask: new[] { false, false },
                    flashAttention: flash);

            Assert.Equal(2, y.Item<float>());
        }
    }

    [Fact]
    public void A_query_that_may_see_nothing_has_no_gradient()
    {
        var random = new Random(0);
        var (query, key, value) = (Of(random, 3), Of(random, 4), Of(random, 4));
        Tensor mask = new[,]
        {
            { true, true, false, true }, { false, false, false, false }, { true, false, false, true },
        };

        var fused = Results(query, key, value, mask, isCausal: false, flash: true);
        var plain = Results(query, key, value, mask, isCausal: false, flash: false);

        Assert.All(fused.Zip(plain), pair => Assert.All(
            pair.First.Zip(pair.Second), each => Assert.Equal(each.Second, each.First, 1e-5f)));
        Assert.All(fused[1][16..32], gradient => Assert.Equal(0, gradient));
    }

    private static EagerTensor Of(Random random, int length) => Tensor.From(
        [2, length, 2, 8], [.. Enumerable.Range(0, 32 * length).Select(_ => (float)random.NextDouble() - 0.5f)]);

    private static float[][] Results(Tensor query, Tensor key, Tensor value, Tensor? mask, bool isCausal, bool flash)
    {
        using var tape = new GradientTape();
        tape.Watch(query);
        tape.Watch(key);
        tape.Watch(value);
        var y = Ops.DotProductAttention(query, key, value, mask: mask, isCausal: isCausal, flashAttention: flash);
        return [y.ToArray<float>(), .. tape.Gradients(y * y, query, key, value).Select(g => g.ToArray<float>())];
    }
}

public sealed class FlashAttentionGradientOpTests
{
    [Fact]
    public void Keeps_the_contract_with_a_mask()
    {
        Tensor mask = new[] { true, false, true };
        OpContract.Check(
            t => Ops.DotProductAttention(t[0], t[1], t[2], mask: mask, isCausal: true, flashAttention: true),
            [1, 3, 1, 2], [1, 3, 1, 2], [1, 3, 1, 2]);
    }
}

public sealed class BandMaskOpTests
{
    [Theory]
    [InlineData(true, null, "100 110")]
    [InlineData(false, 1, "100 010")]
    [InlineData(false, 2, "110 111")]
    [InlineData(true, 2, "100 110")]
    public void Hides_what_comes_later_or_is_far(bool isCausal, int? window, string expected)
    {
        var mask = new BandMaskOp(1, -1, isCausal, window).Apply(new float[5, 2], new float[3]);

        Assert.Equal(Shape.Create([1, 2, 3]), mask.Shape);
        Assert.Equal(
            expected.Replace(" ", string.Empty, StringComparison.Ordinal).Select(digit => digit == '1'),
            mask.ToArray<bool>());
    }
}
