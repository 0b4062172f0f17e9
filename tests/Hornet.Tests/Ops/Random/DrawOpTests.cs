using Hornet.Testing;

namespace Hornet.Tests;

public sealed class UniformOpTests
{
    [Fact]
    public void Takes_open_axes_from_a_tensor()
    {
        var x = Ops.Zeros([2, 3]);
        var symbolic = new KerasTensor([null, 3]);

        Assert.Equal(
            Keras.Random.Uniform([2, 1], seed: 5).ToArray<float>(),
            Keras.Random.UniformLike(x, [null, 1], 0, 1, DType.Float32, 5).ToArray<float>());
        Assert.Equal([null, 1], Keras.Random.UniformLike(symbolic, [null, 1], 0, 1, DType.Float32, 5).Shape);
        Assert.Throws<ShapeException>(() => Keras.Random.UniformLike(x, [null], 0, 1, DType.Float32, 5));
        Assert.Throws<ShapeException>(() => Keras.Random.Uniform([null, 3], seed: 5));
    }

    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.CheckShapes(
            t => Keras.Random.UniformLike(t[0], null, 0, 1, DType.Float64, 5), Tensor.From([2, 3], new float[6]));
        OpContract.CheckShapes(t => Keras.Random.Uniform([2, 3], seed: 5) + t[0], Tensor.From([3], new float[3]));
    }
}

public sealed class NormalOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(
        t => Keras.Random.NormalLike(t[0], 1, 2, DType.BFloat16, 5), Tensor.From([2, 3], new float[6]));
}

public sealed class TruncatedNormalOpTests
{
    [Fact]
    public void Stays_within_two_deviations() => Assert.All(
        Keras.Random.TruncatedNormal([1000], mean: 1, stddev: 0.5, seed: 5).ToArray<float>(),
        x => Assert.InRange(x, 0, 2));
}

public sealed class RandintOpTests
{
    [Theory]
    [InlineData(DType.Int8)]
    [InlineData(DType.UInt8)]
    [InlineData(DType.UInt16)]
    [InlineData(DType.Int32)]
    [InlineData(DType.UInt32)]
    [InlineData(DType.UInt64)]
    [InlineData(DType.Int64)]
    public void Draws_within_its_bounds(DType dtype)
    {
        var drawn = Keras.Random.Randint([100], 3, 9, dtype, seed: 5);

        Assert.Equal(dtype, drawn.DType);
        Assert.All(Ops.Cast(drawn, DType.Int64).ToArray<long>(), x => Assert.InRange(x, 3, 8));
    }
}

public sealed class NextSeedOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.CheckShapes(t => new NextSeedOp(true).Apply(t[0]), Tensor.From([2], [7u, uint.MaxValue]));
        OpContract.CheckShapes(t => new NextSeedOp(false).Apply(t[0]), Tensor.From([2], [7u, 1u]));
    }
}
