using Hornet.Optimizers;

namespace Hornet.Tests;

public sealed class AdamRateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void The_step_is_corrected_for_the_averages_beginning_at_zero(int iterations)
    {
        Tensor rate = Tensor.From([], new[] { 0.5f }), steps = Tensor.From([], new[] { iterations });

        var alpha = new AdamRateOp(0.75, 0.5).Call([rate, steps])[0].Item<float>();

        var t = iterations + 1;
        Assert.Equal(0.5 * Math.Sqrt(1 - Math.Pow(0.5, t)) / (1 - Math.Pow(0.75, t)), alpha, 1e-6);
        Compiled.GivesTheBitsOf(x => new AdamRateOp(0.9, 0.999).Call(x), (EagerTensor)rate, (EagerTensor)steps);
    }

    [Fact]
    public void Other_dtypes_are_refused()
    {
        var two = Ops.Zeros([2]);

        Assert.Throws<ShapeException>(() => new AdamRateOp(0.9, 0.999).Call([two, two]));
    }
}
