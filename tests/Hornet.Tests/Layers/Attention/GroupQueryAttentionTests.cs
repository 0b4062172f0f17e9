using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class GroupQueryAttentionTests
{
    [Fact]
    public void It_keeps_the_contract()
    {
        var (query, value) = (MultiHeadAttentionTests.Values([2, 4, 5]), MultiHeadAttentionTests.Values([2, 6, 5]));
        LayerContract.Check(new GroupQueryAttention(3, 4, 2), MultiHeadAttentionTests.Arguments(query, value));
        LayerContract.Check(
            new GroupQueryAttention(3, 4, 1, useGate: true, slidingWindow: 2, useBias: false),
            MultiHeadAttentionTests.Arguments(query, value, "return_attention_scores", "use_causal_mask"));
    }

    [Fact]
    public void The_kernel_gives_what_the_scores_give()
    {
        var layer = new GroupQueryAttention(3, 4, 2);
        var (query, value) = (MultiHeadAttentionTests.Values([2, 4, 5]), MultiHeadAttentionTests.Values([2, 6, 5]));

        var scored = layer.ApplyMany(query, value, returnAttentionScores: true);

        MultiHeadAttentionTests.AssertNear(scored[0].Value, layer.Apply(query, value));
        Assert.Equal(Shape.Create([2, 4, 4, 6]), scored[1].Value.Shape);
        Assert.Equal(Shape.Create([5, 2, 3]), layer.KeyDense.Kernel.Shape);
    }

    [Fact]
    public void It_has_Keras_s_two_names()
    {
        Keras.ClearSession();
        var layer = new GroupQueryAttention(3, 4, 2);

        Assert.Equal("<GroupedQueryAttention name=grouped_query_attention, built=False>", layer.ToString());
    }

    [Fact]
    public void Heads_that_cannot_be_shared_out_are_refused() =>
        Assert.Throws<ArgumentException>(() => new GroupQueryAttention(3, 4, 3));
}
