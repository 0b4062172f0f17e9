namespace Hornet.Tests;

public class DropoutDrawTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1e-9)]
    public void Keeps_and_scales_what_the_mask_keeps(double rate)
    {
        var key = new RandomKey(1, 2);
        var inputs = Enumerable.Range(1, 3333).Select(i => i / 7f).ToArray();
        var outputs = new float[inputs.Length];
        var mask = new bool[inputs.Length];
        DropoutDraw.Apply(key, 0, inputs, outputs, rate);
        BernoulliDraw.Fill(key, 0, mask, (float)(1 - rate));
        Assert.Equal(inputs.Select((x, i) => mask[i] ? x * (1 / (float)(1 - rate)) : 0), outputs);
    }

    [Fact]
    public void Any_cut_of_an_array_gives_the_same_values()
    {
        var inputs = Enumerable.Repeat(1f, 3000).ToArray();
        var whole = new float[3000];
        var part = new float[1100];
        DropoutDraw.Apply(new RandomKey(1, 2), 0, inputs, whole, 0.3);
        DropoutDraw.Apply(new RandomKey(1, 2), 1500, inputs.AsSpan(0, 1100), part, 0.3);
        Assert.Equal(whole[1500..2600], part);
    }
}
