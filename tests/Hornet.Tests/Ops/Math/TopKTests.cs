using Hornet.Testing;

namespace Hornet.Tests;

public sealed class TopKOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.TopK(t[0], 2).Values, [2, 4]);
        OpContract.Check(t => Ops.TopK(t[0], 3, sorted: false, isStable: false).Values, [4]);
        OpContract.CheckShapes(t => Ops.TopK(t[0], 2).Indices, Tensor.From([3], [1.0, 3, 2]));
    }

    [Fact]
    public void Of_equal_elements_the_first_come_first()
    {
        var (values, indices) = Ops.TopK(new[] { 3, 5, 5, 2, 5 }, 3);

        Assert.Equal(new[] { 5, 5, 5 }, values.ToArray<int>());
        Assert.Equal(new[] { 1, 2, 4 }, indices.ToArray<int>());
    }

    [Fact]
    public void Takes_every_real_dtype()
    {
        Assert.Equal(new ushort[] { 60_000 }, Ops.TopK(new ushort[] { 1, 60_000 }, 1).Values.ToArray<ushort>());
        Assert.Equal(new[] { true }, Ops.TopK(new[] { false, true }, 1, isStable: false).Values.ToArray<bool>());
    }

    [Fact]
    public void Says_what_is_too_many()
    {
        Assert.Throws<ShapeException>(() => Ops.TopK(new[] { 1, 2 }, 3));
        Assert.Throws<ShapeException>(() => Ops.TopK(1, 1));
    }
}

public sealed class InTopKOpTests
{
    [Fact]
    public void Asks_how_many_are_greater()
    {
        float[,] predictions = { { 0.1f, 0.9f, 0.8f }, { 0.5f, 0.5f, 0.7f }, { float.NaN, 0, 0 } };

        Assert.Equal(
            new[] { true, true, false }, Ops.InTopK(new[] { 2, 1, 0 }, predictions, 2).ToArray<bool>());
    }

    [Fact]
    public void Gives_a_bool_for_each_target() => OpContract.CheckShapes(
        t => Ops.InTopK(new[] { 0, 1 }, t[0], 1), Tensor.From([2, 2], [1.0, 3, 2, 4]));

    [Fact]
    public void Says_what_does_not_fit() =>
        Assert.Throws<ShapeException>(() => Ops.InTopK(new[] { 0 }, new float[2, 2], 1));
}
