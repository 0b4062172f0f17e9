using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CategoricalOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(
        t => Keras.Random.Categorical(t[0], 4, seed: 5), Tensor.From([2, 3], [0.1f, 2, -3, 4, 5, 5]));

    [Fact]
    public void Refuses_what_has_no_classes()
    {
        Assert.Throws<ShapeException>(() => Keras.Random.Categorical(Ops.Ones([3]), 4, seed: 5));
        Assert.Throws<ShapeException>(() => Keras.Random.Categorical(Ops.Ones([3, 0]), 4, seed: 5));
        Assert.Throws<ShapeException>(() => Keras.Random.Categorical(new[,] { { 1 } }, 4, seed: 5));
        Assert.Equal([0, 4], Keras.Random.Categorical(Ops.Ones([0, 3]), 4, seed: 5).Shape);
    }
}

public sealed class ClassOpTests
{
    [Fact]
    public void A_certain_class_is_always_drawn() => Assert.All(
        Keras.Random.Categorical(Tensor.From([1, 3], [0f, 1000, 0]), 50, DType.Int64, seed: 5).ToArray<long>(),
        x => Assert.Equal(1, x));
}

public sealed class ShuffleOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Keras.Random.Shuffle(t[0], seed: 5), [4, 3]);
        OpContract.Check(t => Keras.Random.Shuffle(t[0], axis: -1, seed: 5), [4, 3]);
    }
}

public sealed class OrderOpTests
{
    [Fact]
    public void Each_line_keeps_its_elements()
    {
        var shuffled = Keras.Random.Shuffle(Ops.Reshape(Ops.Arange(20), [4, 5]), axis: 1, seed: 5).ToArray<int>();

        Assert.All(Enumerable.Range(0, 4), row => Assert.Equal(
            Enumerable.Range(row * 5, 5), shuffled.Skip(row * 5).Take(5).Order()));
        Assert.Equal([0, 3], Keras.Random.Shuffle(Ops.Ones([0, 3]), seed: 5).Shape);
        Assert.Throws<ShapeException>(() => Keras.Random.Shuffle(1.0, seed: 5));
    }
}

public sealed class GammaOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(
        t => Keras.Random.Gamma([2, 3], t[0], seed: 5), Tensor.From([3], [0.1f, 2, 3]));
}

public sealed class GammaDrawOpTests
{
    [Fact]
    public void Refuses_parameters_that_do_not_broadcast() =>
        Assert.Throws<ShapeException>(() => Keras.Random.Gamma([2, 3], Ops.Ones([2]), seed: 5));
}

public sealed class BetaOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(
        t => Keras.Random.Beta([2, 3], t[0], t[1], seed: 5),
        Tensor.From([3], [0.1f, 2, 3]), Tensor.From([2, 1], [0.1f, 2]));
}

public sealed class BetaDrawOpTests
{
    [Fact]
    public void Stays_between_0_and_1() => Assert.All(
        Keras.Random.Beta([100], 2, 3, seed: 5).ToArray<float>(), x => Assert.InRange(x, 0, 1));
}

public sealed class BinomialOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(
        t => Keras.Random.Binomial([2, 3], t[0], t[1], seed: 5),
        Tensor.From([3], [1f, 20, 300]), Tensor.From([2, 1], [0.1f, 0.5f]));
}

public sealed class BinomialDrawOpTests
{
    [Fact]
    public void All_or_none_succeed_where_that_is_certain()
    {
        Assert.Equal([7, 7], Keras.Random.Binomial([2], 7, 1.0, seed: 5).ToArray<float>());
        Assert.Equal([0, 0], Keras.Random.Binomial([2], 7, 0.0, seed: 5).ToArray<float>());
    }
}
