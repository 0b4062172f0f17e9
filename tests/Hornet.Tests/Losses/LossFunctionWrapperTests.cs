using Hornet.Losses;

namespace Hornet.Tests;

public sealed class LossFunctionWrapperTests
{
    [Fact]
    public void A_function_is_a_loss()
    {
        var loss = new LossFunctionWrapper((y, p) => Ops.Abs(y - p), reduction: "sum", name: "sizes");

        Assert.Equal(3f, loss.Apply(new float[] { 1, 2 }, new float[,] { { 2 }, { 4 } }).Item<float>());
        Assert.Equal("sizes", loss.Name);
    }
}
