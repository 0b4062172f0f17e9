using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

using Dense = Hornet.Layers.Dense;

public sealed class TimeDistributedTests
{
    [Fact]
    public void It_keeps_the_contract()
    {
        LayerContract.Check(new TimeDistributed(new Dense(3)), [2, 4, 5]);
        LayerContract.Check(new TimeDistributed(new Conv2D(2, 2)), [1, 3, 4, 4, 2]);
    }

    [Fact]
    public void Each_step_goes_through_the_layer()
    {
        var x = RNNTests.Values([2, 4, 3]);
        var dense = new Dense(2);

        var y = new TimeDistributed(dense).Apply(x);

        RNNTests.AssertNear(dense.Apply(x), y);
        var symbolic = new TimeDistributed(new Dense(2)).Apply(Keras.Input([null, 3]));
        Assert.Equal(Shape.Create([null, null, 2]), symbolic.Shape);
    }

    [Fact]
    public void A_mask_is_that_of_each_step()
    {
        var mask = Tensor.From([1, 2, 2], [true, false, false, true]);
        var x = Ops.Ones([1, 2, 2]);

        var y = new TimeDistributed(new Softmax()).Apply(x, mask: mask);

        Assert.Equal([1f, 0, 0, 1], y.ToArray<float>());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Contains("at least 3 axes", Assert.Throws<ShapeException>(
            () => new TimeDistributed(new Dense(2)).Apply(Ops.Ones([2, 3]))).Message, StringComparison.Ordinal);
        Assert.Contains("a mask (batch, steps, ...)", Assert.Throws<ShapeException>(
            () => new TimeDistributed(new Softmax()).Apply(
                Ops.Ones([2, 3, 4]), mask: Ops.Ones([2, 4]))).Message, StringComparison.Ordinal);
        Assert.Contains("at least one step", Assert.Throws<ShapeException>(
            () => new TimeDistributed(new Dense(2)).Apply(Ops.Ones([2, 0, 4]))).Message, StringComparison.Ordinal);
        Assert.Contains("one output", Assert.Throws<ArgumentException>(
            () => new TimeDistributed(new GRU(2, returnState: true)).Apply(Ops.Ones([2, 3, 4, 5]))).Message,
            StringComparison.Ordinal);
    }
}
