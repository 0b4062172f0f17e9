using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class MeanAbsolutePercentageErrorLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.5, -0.25, 1, 0.75, 0.125, -1.0]);

    [Fact]
    public void It_is_in_percent_of_the_targets() => Assert.Equal(
        37.5f, new MeanAbsolutePercentageError().Apply(new float[,] { { 2f, 4f } },
            new float[,] { { 1f, 5f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() =>
        OpContract.Check(t => Keras.Losses.MeanAbsolutePercentageError(s_target, t[0]), [2, 3]);
}
