using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class MaxPooling2DTests
{
    [Fact]
    public void It_keeps_the_contract() =>
        LayerContract.Check(new MaxPooling2D(2, strides: 1, padding: "same"), [2, 6, 5, 3]);

    [Fact]
    public void A_window_gives_one_number()
    {
        var y = new MaxPooling2D(2).Apply(Ops.Reshape(Ops.Arange(4, dtype: DType.Float32), [1, 2, 2, 1]));
        Assert.Equal([3f], y.ToArray<float>());
    }

    [Fact]
    public void An_input_of_another_rank_is_refused() => Assert.Contains(
        "expected ndim=4",
        Assert.Throws<ArgumentException>(() => new MaxPooling2D(2).Apply(Ops.Ones([2, 3]))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_window_of_nothing_is_refused() => Assert.Throws<ShapeException>(() => new MaxPooling2D(0));
}
