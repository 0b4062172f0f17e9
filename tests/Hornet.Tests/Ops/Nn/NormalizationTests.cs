using Hornet.Testing;

namespace Hornet.Tests;

public sealed class MomentsOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Both(t[0], 0, keepdims: false), [3, 4]);
        OpContract.Check(t => Both(t[0], [0, 2], keepdims: true), [3, 2, 2]);
        OpContract.Check(t => Both(t[0], [0, 1], keepdims: false), [3, 2, 2]);
        OpContract.Check(t => Both(t[0], -1, keepdims: false), [2, 2, 3]);
    }

    [Fact]
    public void Of_half_precision_does_not_overflow_on_the_way()
    {
        var (mean, variance) = Ops.Moments(Ops.Cast(new float[] { 60000, 60000, -60000, -60000 }, DType.Float16), 0);

        Assert.Equal((0f, 65504f), (mean.Item<float>(), variance.Item<float>()));
        Assert.Equal(DType.Float16, variance.DType);
    }

    [Fact]
    public void Of_no_axes_is_the_tensor_itself()
    {
        var (mean, variance) = Ops.Moments(new float[] { 1, 2 }, []);

        Assert.Equal(new float[] { 1, 2 }, mean.ToArray<float>());
        Assert.Equal(new float[2], variance.ToArray<float>());
    }

    [Fact]
    public void Says_that_there_is_one_device() =>
        Assert.Throws<NotSupportedException>(() => Ops.Moments(new float[2], 0, synchronized: true));

    private static Tensor Both(Tensor x, Axes axes, bool keepdims)
    {
        var (mean, variance) = Ops.Moments(x, axes, keepdims);
        return (mean * mean) + variance;
    }
}

public sealed class MeanAndVarianceOpTests
{
    [Fact]
    public void Of_one_axis_left_and_of_several_is_the_same()
    {
        var x = Tensor.From([2, 2, 2, 1], [1f, 2, 3, 4, 5, 6, 7, 9]);

        var (_, channels) = Ops.Moments(x, [0, 1, 3]);
        var (_, several) = Ops.Moments(x, [0, 1]);

        Assert.Equal(channels.ToArray<float>(), several.ToArray<float>());
        Assert.Equal(new float[] { 5, 6.6875f }, channels.ToArray<float>());
    }
}

public sealed class BatchNormOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Normalize(t, -1), [4, 3], [3], [3], [3], [3]);
        OpContract.Check(t => Normalize(t, 1), [2, 3, 2, 2], [3], [3], [3], [3]);
        OpContract.Check(t => Ops.BatchNormalization(Known(t[0]), Known(t[1]), Known(t[1] * t[1]), 0), [3], [3]);
    }

    [Fact]
    public void Normalises_each_place_of_the_axis()
    {
        var x = Tensor.From([2, 2], [1f, 10, 3, 30]);

        var y = Ops.BatchNormalization(x, new float[] { 2, 20 }, new float[] { 1, 100 }, axis: 1, epsilon: 0);

        Assert.Equal(new float[] { -1, -1, 1, 1 }, y.ToArray<float>());
    }

    [Fact]
    public void Of_no_elements_has_none() =>
        Assert.Equal([0, 2], Ops.BatchNormalization(new float[0, 2], new float[2], new float[2], axis: 1).Shape);

    [Fact]
    public void Says_which_vector_does_not_fit() => Assert.Equal(
        "BatchNorm: expected scale to be a vector of the length of axis 1 of x. " +
        "Received: scale=float32(3,), x=float32(4, 2).",
        Assert.Throws<ShapeException>(() => Ops.BatchNormalization(
            new float[4, 2], new float[2], new float[2], axis: -1, scale: new float[3])).Message);

    private static Tensor Normalize(Tensor[] t, int axis) => Ops.BatchNormalization(
        Ops.BroadcastTo(t[0], t[0].Shape.With(axis < 0 ? t[0].Rank + axis : axis, 3)),
        Known(t[1]),
        Known(t[2] * t[2]),
        axis,
        Known(t[3]),
        Known(t[4]),
        epsilon: 0.1);

    // Keras takes no vector of unknown length beside an axis of known size.
    private static Tensor Known(Tensor vector) => Ops.BroadcastTo(vector, [3]);
}

public sealed class ScaleShiftOpTests
{
    [Fact]
    public void Of_half_precision_is_computed_in_float32()
    {
        var x = Ops.Cast(new float[,] { { 2, 4 } }, DType.BFloat16);
        var ones = Ops.Ones([2], DType.BFloat16);

        Assert.Equal(new float[] { 1, 3 }, Ops.BatchNormalization(x, ones, ones, 1, epsilon: 0).ToArray<float>());
    }
}

public sealed class ScaleShiftGradientOpTests
{
    [Fact]
    public void Of_no_elements_is_zero()
    {
        Tensor x = new float[0, 2], scale = new float[2];
        using var tape = new GradientTape();
        tape.Watch(scale);

        var y = Ops.BatchNormalization(x, new float[2], new float[2], axis: 1, scale: scale);

        Assert.Equal(new float[2], tape.Gradient(y, scale).ToArray<float>());
    }
}

public sealed class LayerNormOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.LayerNormalization(t[0], t[1], t[2], epsilon: 0.1), [2, 3], [3], [3]);
        OpContract.Check(t => Ops.LayerNormalization(t[0], gamma: t[1], axis: [1, 2]), [2, 2, 3], [2, 3]);
        OpContract.Check(t => Ops.LayerNormalization(t[0], beta: t[1], axis: 1, epsilon: 0.1), [2, 3, 2], [3]);
        OpContract.Check(t => Ops.LayerNormalization(t[0], t[1], rmsScaling: true, epsilon: 0.1), [2, 3], [3]);
    }

    [Fact]
    public void Gives_the_dtype_of_the_input()
    {
        var half = Ops.LayerNormalization(Ops.Cast(new float[] { 1, 3 }, DType.Float16), new float[] { 2, 2 });

        Assert.Equal(DType.Float16, half.DType);
        Assert.Equal(new float[] { -2, 2 }, half.ToArray<float>());
        Assert.Equal(DType.Int32, Ops.LayerNormalization(new[] { 1, 3 }).DType);
    }

    [Fact]
    public void Says_which_axis_there_is_not() =>
        Assert.Throws<ShapeException>(() => Ops.LayerNormalization(new float[2, 3], axis: 2));
}

public sealed class NormalizeTrailingOpTests
{
    [Fact]
    public void Of_no_elements_has_none() =>
        Assert.Equal([0, 3], Ops.LayerNormalization(new float[0, 3]).Shape);
}

public sealed class NormalizeTrailingGradientOpTests
{
    [Fact]
    public void Of_no_elements_is_zero()
    {
        Tensor x = new float[0, 3], gamma = new float[3];
        using var tape = new GradientTape();
        tape.Watch(gamma);

        Assert.Equal(new float[3], tape.Gradient(Ops.LayerNormalization(x, gamma), gamma).ToArray<float>());
    }
}

public sealed class RMSNormOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.RmsNormalization(t[0], t[1]), [2, 3], [3]);
        OpContract.Check(t => Ops.RmsNormalization(t[0], axis: [0, 1], epsilon: 0.1), [2, 3]);
    }

    [Fact]
    public void Makes_the_mean_square_1() => Assert.Equal(
        new float[] { 0.6f, 0.8f },
        Ops.RmsNormalization(new float[] { 3, 4 }).ToArray<float>().Select(v => MathF.Round(v / MathF.Sqrt(2), 5)));
}
