namespace Hornet.Tests;

public class BinomialDrawTests
{
    [Fact]
    public void An_infinite_count_has_infinitely_many_successes()
    {
        var values = new float[3];
        BinomialDraw.Fill(new RandomKey(1, 2), [float.PositiveInfinity, 30, 3], [0.5f, 0.5f, 0.5f], values);
        Assert.Equal(float.PositiveInfinity, values[0]);
        Assert.InRange(values[1], 0, 30);
        Assert.InRange(values[2], 0, 3);
    }

    [Theory]
    [InlineData(-1, 0.5f)]
    [InlineData(float.NaN, 0.5f)]
    [InlineData(5, -0.1f)]
    [InlineData(5, 1.1f)]
    [InlineData(5, float.NaN)]
    public void What_has_no_meaning_gives_not_a_number(float count, float probability)
    {
        var values = new float[1];
        BinomialDraw.Fill(new RandomKey(1, 2), [count], [probability], values);
        Assert.Equal(float.NaN, values[0]);
    }

    [Fact]
    public void Has_the_mean_of_the_distribution()
    {
        var values = new float[20_000];
        var counts = Enumerable.Repeat(200f, values.Length).ToArray();
        var probabilities = Enumerable.Repeat(0.3f, values.Length).ToArray();
        BinomialDraw.Fill(new RandomKey(1, 2), counts, probabilities, values);
        Assert.Equal(60, values.Average(), 0.3);
    }
}
