namespace Hornet.Tests;

public class UniformDrawTests
{
    [Fact]
    public void Stays_within_its_bounds()
    {
        var values = new float[10_000];
        Draws.Fill(new UniformDraw(-3, 2, Precision.Single), new RandomKey(1, 2), 0, values);
        Assert.All(values, x => Assert.InRange(x, -3, MathF.BitDecrement(2)));
        Assert.Equal(-0.5, values.Average(), 0.05);
    }
}
