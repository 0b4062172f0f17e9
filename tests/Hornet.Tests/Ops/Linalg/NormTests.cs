using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class NormOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Norm(t[0]), [2, 3, 2]);
        OpContract.Check(t => Ops.Norm(t[0], ord: 3, axis: -1, keepdims: true), [2, 3]);
        OpContract.Check(t => Ops.Norm(t[0], ord: double.PositiveInfinity, axis: 0), [2, 3]);
        OpContract.Check(t => Ops.Norm(t[0], ord: "fro", axis: [0, 2]), [2, 3, 2]);
        OpContract.Check(t => Ops.Norm(t[0], ord: 1, axis: [2, 0], keepdims: true), [2, 3, 2]);
        OpContract.Check(t => Ops.Norm(t[0], ord: 2, axis: [2, 0]), [2, 3, 2]);
        OpContract.Check(t => Ops.Norm(t[0], ord: "nuc", axis: [0, 1], keepdims: true), [2, 3, 2]);
    }

    [Fact]
    public void Counts_and_adds()
    {
        float[] x = [3, 0, -4];

        Assert.Equal(5, Ops.Norm(x).Item<float>());
        Assert.Equal(2, Ops.Norm(x, ord: 0).Item<float>());
        Assert.Equal(7, Ops.Norm(x, ord: 1).Item<float>());
        Assert.Equal(4, Ops.Norm(x, ord: double.PositiveInfinity).Item<float>());
        Assert.Equal(0, Ops.Norm(x, ord: double.NegativeInfinity).Item<float>());
        Assert.Equal(5, Ops.Norm(new Complex[] { new(3, 4) }).Item<double>());
        Assert.Equal(5f, Ops.Norm(new[] { 3, 4 }).Item<float>());
    }

    [Fact]
    public void Of_matrices_the_order_of_the_axes_counts()
    {
        var x = new float[,] { { 1, 2 }, { 3, 4 } };

        Assert.Equal(6, Ops.Norm(x, ord: 1).Item<float>());
        Assert.Equal(7, Ops.Norm(x, ord: 1, axis: [1, 0]).Item<float>());
        Assert.Equal(7, Ops.Norm(x, ord: double.PositiveInfinity).Item<float>());
    }

    [Fact]
    public void Says_which_orders_there_are()
    {
        var vector = Assert.Throws<ArgumentException>(() => Ops.Norm(new float[3], ord: "fro"));
        var matrix = Assert.Throws<ArgumentException>(() => Ops.Norm(new float[3, 3], ord: 3));
        var name = Assert.Throws<ArgumentException>(() => Ops.Norm(new float[3], ord: "bad"));
        var axes = Assert.Throws<ShapeException>(() => Ops.Norm(new float[3, 3, 3], ord: 2));

        Assert.Equal(
            "Norm: expected ord to be a number, for vectors. Received: ord=fro, axis=None.", vector.Message);
        Assert.StartsWith("Norm: expected ord to be one of 1, -1, 2, -2, ", matrix.Message, StringComparison.Ordinal);
        Assert.Equal("Norm: expected ord to be a number, 'fro' or 'nuc'. Received: ord='bad'.", name.Message);
        Assert.Equal(
            "Norm: expected one axis, or two different ones. Received: x=float32(3, 3, 3), axis=None.", axes.Message);
    }
}

public sealed class ThinSvdOpTests
{
    [Fact]
    public void Has_gradients_of_gradients() =>
        OpContract.Check(t => Ops.Norm(Ops.Matmul(t[0], t[1]), ord: "nuc"), [3, 2], [2, 4]);

    [Fact]
    public void Of_half_precision() =>
        Assert.Equal((Half)2, Ops.Norm(new Half[,] { { (Half)2, (Half)0 }, { (Half)0, (Half)1 } },
            ord: 2).Item<Half>());

    [Fact]
    public void Is_largest_first() =>
        Assert.Equal(1, Ops.Norm(new float[,] { { 1, 0 }, { 0, 3 } }, ord: -2).Item<float>(), 1e-6f);
}
