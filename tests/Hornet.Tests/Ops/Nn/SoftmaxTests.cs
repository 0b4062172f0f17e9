using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SoftmaxOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Softmax(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Softmax(t[0], axis: [0, -1]), [2, 2, 3]);
        OpContract.Check(t => Ops.Softmax(t[0], axis: null), [2, 3]);
    }

    [Fact]
    public void Of_great_numbers_does_not_overflow() =>
        Assert.Equal(new float[] { 0, 1 }, Ops.Softmax(new float[] { -3e38f, 3e38f }).ToArray<float>());

    [Fact]
    public void Of_integers_is_a_float_and_of_bools_nothing()
    {
        Assert.Equal(DType.Float32, Ops.Softmax(new[] { 1, 2 }).DType);
        Assert.Equal(
            "Softmax: expected a tensor of numbers. Received: x=bool(1,). Cast it with Ops.Cast.",
            Assert.Throws<ShapeException>(() => Ops.Softmax(new[] { true })).Message);
    }

    [Fact]
    public void Says_which_axis_there_is_not()
    {
        Assert.Throws<ShapeException>(() => Ops.Softmax(new float[2, 3], axis: 2));
        Assert.Throws<ShapeException>(() => Ops.Softmax(1f));
    }
}

public sealed class SoftmaxGradientOpTests
{
    [Fact]
    public void Of_equal_cotangents_is_zero()
    {
        Tensor x = new float[] { 1, 2, 3 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(new float[3], tape.Gradient(Ops.Softmax(x), x).ToArray<float>().Select(v => MathF.Round(v, 6)));
    }
}

public sealed class LogSoftmaxOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.LogSoftmax(t[0]), [2, 3]);
        OpContract.Check(t => Ops.LogSoftmax(t[0], axis: [1, 0]), [2, 2, 3]);
        OpContract.Check(t => Ops.LogSoftmax(t[0], axis: null), [2, 3]);
    }

    [Fact]
    public void Is_exact_where_the_logarithm_of_softmax_is_not() =>
        Assert.Equal(new float[] { -200, 0 }, Ops.LogSoftmax(new float[] { -100, 100 }).ToArray<float>());
}

public sealed class LogSoftmaxGradientOpTests
{
    [Fact]
    public void Is_the_target_less_the_probabilities()
    {
        Tensor x = new float[] { 0, 0 };
        using var tape = new GradientTape();
        tape.Watch(x);

        var y = Ops.LogSoftmax(x) * new float[] { 1, 0 };

        Assert.Equal(new float[] { 0.5f, -0.5f }, tape.Gradient(y, x).ToArray<float>());
    }
}

public sealed class ReluOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Relu(t[0]), [2, 3]);

    [Fact]
    public void Keeps_NaN_and_the_dtype()
    {
        Assert.Equal(new[] { float.NaN, 0, 0, 2 }, Ops.Relu(new[] { float.NaN, -1, 0, 2 }).ToArray<float>());
        Assert.Equal(new[] { 0, 2 }, Ops.Relu(new[] { -1, 2 }).ToArray<int>());
        Assert.Equal(new uint[] { 1 }, Ops.Relu(new uint[] { 1 }).ToArray<uint>());
        Assert.Equal(DType.Int32, Ops.Relu(new[] { true }).DType);
        Assert.Equal(DType.Float8E5M2, Ops.Relu(Ops.Ones([1], DType.Float8E5M2)).DType);
    }
}

public sealed class ReluGradientOpTests
{
    [Fact]
    public void Is_zero_at_zero()
    {
        Tensor x = new float[] { -1, 0, 1 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(new float[] { 0, 0, 1 }, tape.Gradient(Ops.Relu(x), x).ToArray<float>());
    }
}

public sealed class SigmoidOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Sigmoid(t[0]), [2, 3]);

    [Fact]
    public void Takes_floats_only()
    {
        Assert.Equal(0.5f, Ops.Sigmoid(new Half[] { (Half)0 }).Item<float>());
        Assert.Equal(
            "Sigmoid: expected a tensor of floats. Received: x=int32(2,). Cast it with Ops.Cast.",
            Assert.Throws<ShapeException>(() => Ops.Sigmoid(new[] { 1, 2 })).Message);
    }
}

public sealed class SigmoidGradientOpTests
{
    [Fact]
    public void Is_greatest_at_zero()
    {
        Tensor x = new float[] { 0 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(0.25f, tape.Gradient(Ops.Sigmoid(x), x).Item<float>());
    }
}
