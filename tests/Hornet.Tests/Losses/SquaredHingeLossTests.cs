using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SquaredHingeLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [1.0, -1, 1, -1, -1, 1]);

    [Fact]
    public void What_is_missing_is_squared() => Assert.Equal(
        1.25f, new SquaredHinge().Apply(new float[,] { { 1f, -1f } }, new float[,] { { 0.5f, 0.5f } }).Item<float>(),
            1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t => Keras.Losses.SquaredHinge(s_target, t[0]), [2, 3]);
}
