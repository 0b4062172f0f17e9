namespace Hornet.Tests;

public class TruncatedNormalDrawTests
{
    [Fact]
    public void Stays_within_two_deviations()
    {
        var values = new float[100_000];
        Draws.Fill(new TruncatedNormalDraw(0, 1, Precision.Single), new RandomKey(1, 2), 0, values);
        Assert.All(values, x => Assert.InRange(x, MathF.BitIncrement(-2), MathF.BitDecrement(2)));
    }
}
