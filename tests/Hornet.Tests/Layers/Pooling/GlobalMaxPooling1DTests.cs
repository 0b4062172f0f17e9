using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class GlobalMaxPooling1DTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new GlobalMaxPooling1D(keepdims: true), [2, 6, 3]);

    [Fact]
    public void A_channel_gives_one_number()
    {
        var y = new GlobalMaxPooling1D().Apply(Ops.Reshape(Ops.Arange(2, dtype: DType.Float32), [1, 2, 1]));
        Assert.Equal(Shape.Create([1, 1]), y.Shape);
        Assert.Equal([1f], y.ToArray<float>());
    }

    [Fact]
    public void Another_data_format_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GlobalMaxPooling1D("nope"));
}
