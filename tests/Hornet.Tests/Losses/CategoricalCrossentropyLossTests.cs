using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CategoricalCrossentropyLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.0, 1, 0, 1, 0, 0]);

    [Fact]
    public void It_is_the_surprise_at_the_right_class() => Assert.Equal(
        0.6931472f, new CategoricalCrossentropy().Apply(new float[,] { { 0f, 1f, 0f } },
            new float[,] { { 0.25f, 0.5f, 0.25f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t => Keras.Losses.CategoricalCrossentropy(s_target,
        t[0]), Tensor.From([2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]));
}
