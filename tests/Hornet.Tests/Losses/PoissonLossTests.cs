using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class PoissonLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [1.0, 2, 0, 3, 1, 0]);

    [Fact]
    public void It_is_least_at_the_counts() => Assert.Equal(
        0.8068528f, new Poisson().Apply(new float[,] { { 1f, 2f } }, new float[,] { { 1f, 2f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t => Keras.Losses.Poisson(s_target, t[0]),
        Tensor.From([2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]));
}
