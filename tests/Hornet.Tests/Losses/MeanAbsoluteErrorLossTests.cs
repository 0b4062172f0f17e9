using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class MeanAbsoluteErrorLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.5, -0.25, 1, 0.75, 0.125, -1.0]);

    [Fact]
    public void It_is_the_mean_of_the_sizes() => Assert.Equal(
        1f, new MeanAbsoluteError().Apply(new float[,] { { 0f, 1f } }, new float[,] { { 2f, 1f } }).Item<float>(),
            1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() =>
        OpContract.Check(t => Keras.Losses.MeanAbsoluteError(s_target, t[0]), [2, 3]);
}
