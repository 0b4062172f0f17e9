using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class EmbeddingTests
{
    [Fact]
    public void It_keeps_the_contract() =>
        LayerContract.Check(new Embedding(5, 3), (Tensor)new[,] { { 0, 4 }, { 2, 2 } });

    [Fact]
    public void Index_0_is_masked_where_it_stands_for_nothing()
    {
        var y = new Embedding(5, 3, maskZero: true).Apply(new[,] { { 0, 4 } });
        Assert.Equal(Shape.Create([1, 2, 3]), y.Shape);
        Assert.Equal([false, true], y.KerasMask!.ToArray<bool>());
    }

    [Fact]
    public void Weights_given_are_the_table()
    {
        var table = Tensor.From([2, 2], [1f, 2, 3, 4]);
        var layer = new Embedding(2, 2, weights: table);

        Assert.Equal([3f, 4, 1, 2], layer.Apply(new[] { 1, 0 }).ToArray<float>());
        Assert.Single(layer.Weights);
        Assert.False(layer.GetConfig().ContainsKey("weights"));
        Assert.Throws<ShapeException>(() => new Embedding(3, 2, weights: table));
    }

    [Fact]
    public void Its_output_may_be_penalized()
    {
        var layer = new Embedding(2, 2, weights: Tensor.From([2, 2], [1f, 2, 3, 4]), activityRegularizer: "l1");

        layer.Apply(new[,] { { 1 } });

        Assert.Equal(0.07f, Assert.Single(layer.Losses).Item<float>(), 1e-6);
    }

    [Fact]
    public void A_table_without_rows_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Embedding(0, 3));
}
