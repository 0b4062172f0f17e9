using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class GlobalMaxPooling2DTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new GlobalMaxPooling2D(keepdims: true), [2, 6, 5, 3]);

    [Fact]
    public void A_channel_gives_one_number()
    {
        var y = new GlobalMaxPooling2D().Apply(Ops.Reshape(Ops.Arange(4, dtype: DType.Float32), [1, 2, 2, 1]));
        Assert.Equal(Shape.Create([1, 1]), y.Shape);
        Assert.Equal([3f], y.ToArray<float>());
    }

    [Fact]
    public void Another_data_format_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GlobalMaxPooling2D("nope"));
}
