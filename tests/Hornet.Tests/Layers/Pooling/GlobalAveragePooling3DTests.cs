using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class GlobalAveragePooling3DTests
{
    [Fact]
    public void It_keeps_the_contract() =>
        LayerContract.Check(new GlobalAveragePooling3D(keepdims: true), [1, 4, 5, 4, 2]);

    [Fact]
    public void A_channel_gives_one_number()
    {
        var y = new GlobalAveragePooling3D().Apply(Ops.Reshape(Ops.Arange(8, dtype: DType.Float32), [1, 2, 2, 2, 1]));
        Assert.Equal(Shape.Create([1, 1]), y.Shape);
        Assert.Equal([3.5f], y.ToArray<float>());
    }

    [Fact]
    public void Another_data_format_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GlobalAveragePooling3D("nope"));
}
