using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class DiceLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.0, 1, 0, 1, 0, 0]);

    [Fact]
    public void It_is_what_does_not_overlap() => Assert.Equal(
        0.5f, new Dice().Apply(new float[,] { { 1f, 1f, 0f, 0f } },
            new float[,] { { 1f, 0f, 1f, 0f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() =>
        OpContract.Check(t => Keras.Losses.Dice(s_target, t[0]), Tensor.From([2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]));
}
