namespace Hornet.Tests;

public class NormalDrawTests
{
    [Fact]
    public void Has_the_mean_and_the_deviation_that_were_asked_for()
    {
        var values = new float[100_000];
        Draws.Fill(new NormalDraw(3, 2, Precision.Single), new RandomKey(1, 2), 0, values);
        var mean = values.Average();
        Assert.Equal(3, mean, 0.03);
        Assert.Equal(2, Math.Sqrt(values.Average(x => (x - mean) * (x - mean))), 0.03);
    }
}
