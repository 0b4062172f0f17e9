using Hornet.Testing;

namespace Hornet.Tests;

public sealed class BinaryCrossentropyOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.BinaryCrossentropy(t[0], Ops.Sigmoid(t[1])), [2, 3], [2, 3]);
        OpContract.Check(t => Ops.BinaryCrossentropy(t[0], t[1], fromLogits: true), [2, 3], [2, 3]);
    }

    [Fact]
    public void Of_certainty_is_finite()
    {
        var loss = Ops.BinaryCrossentropy(new float[] { 1, 0, 1 }, new float[] { 0, 1, 1 }).ToArray<float>();

        Assert.Equal(new float[] { 16.118f, 15.942f, 0 }, loss.Select(v => MathF.Round(v, 3)));
    }

    [Fact]
    public void Says_what_does_not_fit() => Assert.Equal(
        "BinaryCrossentropy: expected a target and an output of the same shape. " +
        "Received: target=float32(2,), output=float32(3,).",
        Assert.Throws<ShapeException>(() => Ops.BinaryCrossentropy(new float[2], new float[3])).Message);
}

public sealed class LogitCrossentropyOpTests
{
    [Fact]
    public void Of_great_logits_does_not_overflow()
    {
        var loss = Ops.BinaryCrossentropy(new float[] { 1, 0 }, new float[] { -1000, -1000 }, fromLogits: true);

        Assert.Equal(new float[] { 1000, 0 }, loss.ToArray<float>());
    }
}

public sealed class CategoricalCrossentropyOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.CategoricalCrossentropy(t[0], Ops.Exp(t[1])), [2, 3], [2, 3]);
        OpContract.Check(t => Ops.CategoricalCrossentropy(t[0], t[1], true, axis: 0), [2, 3], [2, 3]);
    }

    [Fact]
    public void Makes_probabilities_sum_to_1() => Assert.Equal(
        MathF.Log(4),
        Ops.CategoricalCrossentropy(new float[] { 1, 0 }, new float[] { 2, 6 }).Item<float>(),
        1e-6f);

    [Fact]
    public void Says_what_does_not_fit() => Assert.Throws<ShapeException>(
        () => Ops.CategoricalCrossentropy(new float[3, 3], new float[3, 4]));
}

public sealed class SparseCategoricalCrossentropyOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        var classes = Tensor.From([2], [2, 0]);
        OpContract.Check(t => Ops.SparseCategoricalCrossentropy(classes, Known(t[0]), fromLogits: true), [2, 3]);
        OpContract.Check(t => Ops.SparseCategoricalCrossentropy(classes, Known(Ops.Exp(t[0]))), [2, 3]);
        OpContract.CheckShapes(
            t => Ops.SparseCategoricalCrossentropy(t[0], t[1], axis: 1), Tensor.From([2, 1], [1.0, 0]),
                Tensor.From([2, 3, 1], new double[6]));
    }

    [Fact]
    public void Of_what_is_no_class_is_0()
    {
        var loss = Ops.SparseCategoricalCrossentropy(new[] { -1, 3, 1 }, new float[3, 3], fromLogits: true);

        Assert.Equal(new float[] { 0, 0, MathF.Log(3) }, loss.ToArray<float>());
    }

    [Fact]
    public void Targets_may_have_a_last_axis_of_size_1() =>
        Assert.Equal([2], Ops.SparseCategoricalCrossentropy(new int[2, 1], new float[2, 3]).Shape);

    [Fact]
    public void Says_what_does_not_fit() => Assert.Equal(
        "SparseCategoricalCrossentropy: expected a target of the shape of the output without the axis of the " +
        "classes. " +
        "Received: target=int32(3,), output=float32(2, 4), axis=-1.",
        Assert.Throws<ShapeException>(() => Ops.SparseCategoricalCrossentropy(new int[3], new float[2, 4])).Message);

    private static Tensor Known(Tensor output) => Ops.BroadcastTo(output, [2, 3]);
}
