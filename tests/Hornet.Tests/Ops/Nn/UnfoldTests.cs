using Hornet.Testing;

namespace Hornet.Tests;

public sealed class UnfoldOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Unfold(t[0], 2), [1, 2, 3, 3]);
        OpContract.Check(t => Ops.Unfold(t[0], (2, 1), dilation: 2, padding: (1, 0), stride: (1, 2)), [2, 1, 3, 3]);
    }

    [Fact]
    public void Gives_windows_as_columns() => Assert.Equal(
        new[] { 1, 2, 2, 3 },
        Ops.Unfold(Tensor.From([1, 1, 1, 3], [1, 2, 3]), (1, 2)).ToArray<int>());

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.Unfold(new float[1, 2, 3], 2));
        Assert.Throws<ShapeException>(() => Ops.Unfold(new float[1, 1, 1, 3], 2));
    }
}

public sealed class FoldOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Fold(t[0], (3, 3), 2), [1, 8, 4]);
        OpContract.Check(t => Ops.Fold(t[0], (4, 4), 2, padding: 1, stride: 2), [2, 4, 9]);
    }

    [Fact]
    public void Adds_up_what_overlaps() => Assert.Equal(
        new float[] { 1, 2, 1 }, Ops.Fold(Ops.Ones([1, 2, 2]), (1, 3), (1, 2)).ToArray<float>());

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Equal(
            "Fold: expected columns of a multiple of 4 places. Received: x=float32(1, 5, 4).",
            Assert.Throws<ShapeException>(() => Ops.Fold(new float[1, 5, 4], (4, 4), 2)).Message);
        Assert.Throws<ShapeException>(() => Ops.Fold(new float[1, 4, 5], (4, 4), 2));
        Assert.Throws<ShapeException>(() => Ops.Fold(new float[1, 2, 3, 4], (4, 4), 2));
    }
}

public sealed class DepthToSpaceOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.DepthToSpace(t[0], 2), [1, 2, 1, 8]);
        OpContract.Check(t => Ops.DepthToSpace(t[0], 2, "channels_first"), [1, 8, 2, 1]);
    }

    [Fact]
    public void Lays_channels_out_as_squares() => Assert.Equal(
        new[,] { { 1, 2 }, { 3, 4 } },
        Ops.Reshape(Ops.DepthToSpace(Tensor.From([1, 1, 1, 4], [1, 2, 3, 4]), 2), [2, 2]).ToArray());

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Ops.DepthToSpace(new float[1, 2, 2, 4], 1));
        Assert.Throws<ShapeException>(() => Ops.DepthToSpace(new float[1, 2, 2, 6], 2));
        Assert.Throws<ShapeException>(() => Ops.DepthToSpace(new float[1, 2, 4], 2));
    }
}

public sealed class SpaceToDepthOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.SpaceToDepth(t[0], 2), [1, 4, 2, 2]);
        OpContract.Check(t => Ops.SpaceToDepth(t[0], 2, "channels_first"), [1, 2, 4, 2]);
    }

    [Fact]
    public void Says_what_does_not_fit() => Assert.Equal(
        "SpaceToDepth: expected axis 1 to be a multiple of 2. Received: x=float32(1, 3, 2, 1), block_size=2.",
        Assert.Throws<ShapeException>(() => Ops.SpaceToDepth(new float[1, 3, 2, 1], 2)).Message);
}
