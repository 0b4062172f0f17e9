namespace Hornet.Tests;

public class DrawsTests
{
    [Theory]
    [InlineData(0, 5000)]
    [InlineData(1, 4999)]
    [InlineData(2047, 2)]
    [InlineData(3001, 1234)]
    public void Any_cut_of_an_array_gives_the_same_values(int from, int count)
    {
        var draw = new NormalDraw(0, 1, Precision.Single);
        var whole = new float[5000];
        var part = new float[count];
        Draws.Fill(draw, new RandomKey(1, 2), 0, whole);
        Draws.Fill(draw, new RandomKey(1, 2), from, part);
        Assert.Equal(whole.Skip(from).Take(count), part);
    }

    [Fact]
    public void A_scalar_is_the_first_element()
    {
        var values = new float[1];
        Draws.Fill(new UniformDraw(0, 1, Precision.Half), new RandomKey(1, 2), 0, values);
        Assert.Equal(values[0], Draws.One(new UniformDraw(0, 1, Precision.Half), new RandomKey(1, 2)));
    }
}
