using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class HingeLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [1.0, -1, 1, -1, -1, 1]);

    [Fact]
    public void Zeros_and_ones_become_signs() => Assert.Equal(
        1f, new Hinge().Apply(new float[,] { { 1f, 0f } }, new float[,] { { 0.5f, 0.5f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t => Keras.Losses.Hinge(s_target, t[0]), [2, 3]);

    [Fact]
    public void Other_targets_stay_as_they_are() => Assert.Equal(
        0.5f, new Hinge().Apply(new float[,] { { 1, 2 } }, new float[,] { { 0.5f, 0.25f } }).Item<float>(), 1e-5f);
}
