namespace Hornet.Tests;

public class NumpyGeneratorTests
{
    [Theory]
    [InlineData(0, new[] { 4, 6, 2, 7, 3, 5, 9, 0, 8, 1 }, new[] { 0, 2, 3, 4, 1 })]
    [InlineData(1, new[] { 8, 4, 7, 0, 1, 2, 5, 9, 6, 3 }, new[] { 1, 0, 2, 3, 4 })]
    [InlineData(5, new[] { 7, 6, 1, 3, 2, 4, 0, 9, 5, 8 }, new[] { 3, 0, 1, 4, 2 })]
    [InlineData(1099511627779, new[] { 2, 4, 6, 5, 7, 9, 0, 3, 8, 1 }, new[] { 0, 3, 4, 2, 1 })]
    public void Gives_the_permutations_of_numpy(long seed, int[] ten, int[] five)
    {
        var generator = new NumpyGenerator(seed);
        Assert.Equal(ten, generator.Permutation(10));
        Assert.Equal(five, generator.Permutation(5));
    }

    [Fact]
    public void Orders_the_samples_of_an_epoch_as_keras_does()
    {
        var order = new NumpyGenerator(2).Permutation(60_000);
        Assert.Equal([58490, 29928, 51871, 49476, 44865, 14100, 2814, 7928], order[..8]);
        Assert.Equal(54003112859762, order.Select((x, i) => (long)x * i).Sum());
    }

    [Fact]
    public void Shuffling_is_the_permutation_of_what_is_there()
    {
        var letters = "abcdefghij".ToCharArray();
        new NumpyGenerator(5).Shuffle<char>(letters);
        Assert.Equal("hgbdceajfi", new string(letters));
    }

    [Fact]
    public void Refuses_negative_seeds() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NumpyGenerator(-1));
}
