namespace Hornet.Tests;

public class NumpyRandomTests
{
    // seed, permutation(10), randint(10^6), randint(-3, 4), randint(0, 2^32), random_sample(), permutation(3)
    public static TheoryData<long, int[], long[], double, int[]> Recorded => new()
    {
        { 0, [2, 8, 4, 9, 1, 6, 7, 3, 0, 5], [374564, 3, 243580376], 0.9636627605010293, [0, 1, 2] },
        { 1, [2, 9, 6, 4, 0, 3, 1, 7, 8, 5], [925255, 2, 2876537340], 0.39676747423066994, [1, 0, 2] },
        { 1337, [6, 3, 0, 4, 5, 2, 1, 9, 8, 7], [962825, 3, 4192254390], 0.27048190484057777, [2, 1, 0] },
        { 4294967295, [6, 9, 5, 1, 8, 0, 7, 4, 2, 3], [677618, 0, 627568395], 0.6993279971880844, [2, 0, 1] },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Gives_the_numbers_of_numpy(long seed, int[] ten, long[] integers, double sample, int[] three)
    {
        var random = new NumpyRandom(seed);
        Assert.Equal(ten, random.Permutation(10));
        long[] drawn = [random.RandInt(0, 1_000_000), random.RandInt(-3, 4), random.RandInt(0, 1L << 32)];
        Assert.Equal(integers, drawn);
        Assert.Equal(sample, random.RandomSample());
        Assert.Equal(three, random.Permutation(3));
    }

    [Fact]
    public void Shuffles_the_samples_of_a_data_set_as_numpy_does()
    {
        var order = Enumerable.Range(0, 25_000).ToArray();
        new NumpyRandom(113).Shuffle<int>(order);
        Assert.Equal([7798, 13226, 18078, 793, 17499, 23003, 574, 19638], order[..8]);
        Assert.Equal(3919982184325, order.Select((x, i) => (long)x * i).Sum());
    }

    [Fact]
    public void Seeding_starts_again()
    {
        var random = new NumpyRandom();
        random.Seed(1);
        Assert.Equal([2, 9, 6, 4, 0, 3, 1, 7, 8, 5], random.Permutation(10));
    }

    [Fact]
    public void Refuses_what_numpy_refuses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new NumpyRandom(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NumpyRandom(1L << 32));
        Assert.Throws<ArgumentException>(() => new NumpyRandom(1).RandInt(3, 3));
    }
}
