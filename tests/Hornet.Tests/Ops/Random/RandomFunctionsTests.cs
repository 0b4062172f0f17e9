namespace Hornet.Tests;

public sealed class RandomFunctionsTests
{
    [Fact]
    public void A_traced_draw_is_new_at_each_replay_and_goes_on_where_eager_draws_left()
    {
        var (seeds, same) = (new SeedGenerator(3), new SeedGenerator(3));
        var first = Keras.Random.Uniform([4], seed: same).ToArray<float>();
        var second = Keras.Random.Uniform([4], seed: same).ToArray<float>();
        var function = new Programs.CompiledFunction(_ => [Keras.Random.Uniform([4], seed: seeds)]);

        Assert.Equal(first, function.Invoke()[0].ToArray<float>());
        Assert.Equal(second, function.Invoke()[0].ToArray<float>());
        Assert.Equal([3u, 2u], seeds.State.Value.ToArray<uint>());
    }

    [Fact]
    public void A_graph_draws_anew_each_time_it_is_replayed()
    {
        var x = new KerasTensor([null, 64]);
        var function = new Function(x, Keras.Random.Dropout(x, 0.5, seed: new SeedGenerator(1)));
        var ones = Ops.Ones([2, 64]);

        Assert.Equal(new Shape?[] { [null, 64] }, function.Outputs.Select(output => output.Shape));
        Assert.NotEqual(
            function.Apply(ones).Value.ToArray<float>(), function.Apply(ones).Value.ToArray<float>());
    }

    [Theory]
    [InlineData(DType.Int32)]
    [InlineData(DType.Bool)]
    [InlineData(DType.Float8E5M2)]
    public void Floats_are_drawn_in_floating_point_dtypes_only(DType dtype)
    {
        Assert.Throws<ArgumentException>(() => Keras.Random.Normal([2], dtype: dtype, seed: 1));
        Assert.Throws<ArgumentException>(() => Keras.Random.Gamma([2], 1.0, dtype, seed: 1));
        Assert.Throws<ArgumentException>(() => Keras.Random.Randint([2], 0, 9, DType.Float32, seed: 1));
    }

    [Fact]
    public void A_seed_must_fit_32_bits() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Keras.Random.Normal([2], seed: -1));
}
