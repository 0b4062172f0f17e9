using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class LogCoshLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.5, -0.25, 1, 0.75, 0.125, -1.0]);

    [Fact]
    public void It_is_the_logarithm_of_the_hyperbolic_cosine() => Assert.Equal(
        0.1115718f, new LogCosh().Apply(new float[,] { { 0f, 0f } },
            new float[,] { { 0.6931472f, 0f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t => Keras.Losses.LogCosh(s_target, t[0]), [2, 3]);

    [Fact]
    public void It_stays_finite_where_the_cosine_does_not() => Assert.Equal(
        999.3068f, new LogCosh().Apply(new float[,] { { 0 } }, new float[,] { { 1000 } }).Item<float>(), 1e-3f);
}
