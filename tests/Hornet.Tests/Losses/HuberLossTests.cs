using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class HuberLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.5, -0.25, 1, 0.75, 0.125, -1.0]);

    [Fact]
    public void Small_errors_are_squared_and_large_ones_linear() => Assert.Equal(
        0.8125f, new Huber().Apply(new float[,] { { 0f, 0f } }, new float[,] { { 0.5f, 2f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t => Keras.Losses.Huber(s_target, t[0]), [2, 3]);
}
