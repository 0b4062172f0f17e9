namespace Hornet.Tests;

public sealed class RandomSourceTests
{
    [Fact]
    public void A_random_seed_makes_draws_without_a_seed_repeatable()
    {
        Keras.ClearSession();
        Keras.Utils.SetRandomSeed(42);
        var first = (Keras.Random.Normal([3]).ToArray<float>(), Keras.Random.Normal([3]).ToArray<float>());
        Keras.Utils.SetRandomSeed(42);

        Assert.NotEqual(first.Item1, first.Item2);
        Assert.Equal(first.Item1, Keras.Random.Normal([3]).ToArray<float>());
        Assert.Throws<ArgumentOutOfRangeException>(() => Keras.Utils.SetRandomSeed(-1));
    }

    [Fact]
    public void A_new_session_has_another_global_generator_and_the_same_source_of_seeds()
    {
        Keras.ClearSession();
        Keras.Utils.SetRandomSeed(1);
        var global = Session.Current.Random.Global; // takes the first default seed
        Keras.ClearSession();

        Assert.NotSame(global, Session.Current.Random.Global); // takes the second
        Assert.Equal(909925048, Session.Current.Random.MakeDefaultSeed());
    }

    [Fact]
    public void NumPys_generator_starts_from_the_random_seed_too()
    {
        Keras.ClearSession();
        Keras.Utils.SetRandomSeed(42);
        var first = Session.Current.Random.NumpyRandInt(0, 1_000_000);

        Assert.Equal(new NumpyRandom(42).RandInt(0, 1_000_000), first);
    }
}
