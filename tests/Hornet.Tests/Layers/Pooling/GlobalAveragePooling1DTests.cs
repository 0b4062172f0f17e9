using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class GlobalAveragePooling1DTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new GlobalAveragePooling1D(keepdims: true), [2, 6, 3]);

    [Fact]
    public void A_channel_gives_one_number()
    {
        var y = new GlobalAveragePooling1D().Apply(Ops.Reshape(Ops.Arange(2, dtype: DType.Float32), [1, 2, 1]));
        Assert.Equal(Shape.Create([1, 1]), y.Shape);
        Assert.Equal([0.5f], y.ToArray<float>());
    }

    [Fact]
    public void Steps_that_a_mask_leaves_out_do_not_count()
    {
        Tensor x = new float[,,] { { { 1 }, { 3 }, { 8 } } };
        var y = new GlobalAveragePooling1D().Apply(x, mask: (Tensor)new[,] { { true, true, false } });
        Assert.Equal([2f], y.ToArray<float>());
    }

    [Fact]
    public void Another_data_format_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GlobalAveragePooling1D("nope"));
}
