using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SparseCategoricalCrossentropyLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2], [1, 2]);

    [Fact]
    public void It_is_the_surprise_at_the_right_class() => Assert.Equal(
        0.6931472f, new SparseCategoricalCrossentropy().Apply(new[] { 1 },
            new float[,] { { 0.25f, 0.5f, 0.25f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(
        t => Keras.Losses.SparseCategoricalCrossentropy(s_target, t[0]),
            Tensor.From([2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]));

    [Fact]
    public void An_ignored_class_does_not_count()
    {
        var loss = new SparseCategoricalCrossentropy(ignoreClass: 2);
        var value = loss.Apply(new[] { 1, 2 }, new float[,] { { 0.25f, 0.5f, 0.25f }, { 0.9f, 0.05f, 0.05f } });

        Assert.Equal(0.6931472f, value.Item<float>(), 1e-5f);
    }
}
