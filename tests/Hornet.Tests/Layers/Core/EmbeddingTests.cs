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
    public void A_table_without_rows_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Embedding(0, 3));
}
