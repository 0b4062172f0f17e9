using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class GlobalMaxPooling3DTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new GlobalMaxPooling3D(keepdims: true), [1, 4, 5, 4, 2]);

    [Fact]
    public void A_channel_gives_one_number()
    {
        var y = new GlobalMaxPooling3D().Apply(Ops.Reshape(Ops.Arange(8, dtype: DType.Float32), [1, 2, 2, 2, 1]));
        Assert.Equal(Shape.Create([1, 1]), y.Shape);
        Assert.Equal([7f], y.ToArray<float>());
    }

    [Fact]
    public void Another_data_format_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GlobalMaxPooling3D("nope"));
}
