using Hornet.Testing;

namespace Hornet.Tests;

public sealed class DropOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Keras.Random.Dropout(t[0], 0.4, seed: 5), [3, 4]);
        OpContract.Check(t => Keras.Random.Dropout(t[0], 0.4, [null, 1], seed: 5), [3, 4]);
        OpContract.Check(t => Keras.Random.Dropout(t[0], 0.4, [4], seed: 5), [3, 4]);
    }

    [Theory]
    [InlineData(DType.Float16)]
    [InlineData(DType.BFloat16)]
    [InlineData(DType.Float64)]
    public void Drops_the_same_places_in_every_dtype(DType dtype)
    {
        var expected = Keras.Random.Dropout(Ops.Ones([50]), 0.5, seed: 5);
        var actual = Keras.Random.Dropout(Ops.Ones([50], dtype), 0.5, seed: 5);

        Assert.Equal(dtype, actual.DType);
        Assert.Equal(expected.ToArray<float>(), Ops.Cast(actual, DType.Float32).ToArray<float>());
    }

    [Fact]
    public void Takes_views_and_empty_tensors()
    {
        var x = Ops.Reshape(Ops.Arange(12.0), [3, 4]);
        var view = Keras.Random.Dropout(Ops.Transpose(x), 0.5, seed: 5);
        var copy = Keras.Random.Dropout(Ops.Copy(Ops.Transpose(x)), 0.5, seed: 5);

        Assert.Equal(copy.ToArray<float>(), view.ToArray<float>());
        Assert.Equal([0, 3], Keras.Random.Dropout(Ops.Zeros([0, 3]), 0.5, seed: 5).Shape);
        Assert.Empty(Keras.Random.Dropout(Ops.Zeros([0, 3]), 0.5, [1, 3], seed: 5).ToArray<float>());
    }

    [Fact]
    public void What_is_not_a_number_is_dropped_too() => Assert.Contains(
        0f, Keras.Random.Dropout(Ops.Full([20], double.NaN), 0.5, [20], seed: 5).ToArray<float>());

    [Fact]
    public void Refuses_integers_and_noise_that_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Keras.Random.Dropout(new[] { 1, 2 }, 0.5, seed: 5));
        Assert.Throws<ShapeException>(() => Keras.Random.Dropout(Ops.Ones([2, 3]), 0.5, [2, 2], seed: 5));
        Assert.Throws<ShapeException>(() => Keras.Random.Dropout(Ops.Ones([2, 3]), 0.5, [null], seed: 5));
        Assert.Throws<ShapeException>(() => Keras.Random.Dropout(Ops.Ones([3]), 0.5, [2, 3], seed: 5));
    }
}

public sealed class DropoutOpTests
{
    [Fact]
    public void Draws_nothing_at_rate_0_or_1()
    {
        var seeds = new SeedGenerator(5);

        Assert.Equal([1, 1], Keras.Random.Dropout(Ops.Ones([2]), 0, seed: seeds).ToArray<float>());
        Assert.Equal([0, 0], Keras.Random.Dropout(Ops.Ones([2]), 1, seed: seeds).ToArray<float>());
        Assert.Equal([5u, 0u], seeds.State.Value.ToArray<uint>());
    }
}
