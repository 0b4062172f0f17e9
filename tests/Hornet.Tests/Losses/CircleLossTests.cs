using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CircleLossTests
{
    private static readonly float[,] s_embeddings = { { 1, 0 }, { 0, 1 }, { 1, 0 } };

    [Fact]
    public void Far_in_a_class_and_near_between_classes_is_a_loss()
    {
        var losses = Keras.Losses.Circle(new[] { 0, 0, 1 }, s_embeddings);

        Assert.Equal([134.4f, 54.4f, 0], losses.ToArray<float>(), (x, y) => Math.Abs(x - y) < 1e-3);
    }

    [Fact]
    public void What_has_no_pair_does_not_count() => Assert.Equal(
        94.4f, new Circle().Apply(new[] { 0, 0, 1 }, s_embeddings).Item<float>(), 1e-3f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(
        t => Keras.Losses.Circle(new[] { 0, 0, 1, 1 }, t[0], gamma: 1),
        Tensor.From([4, 2], [0.6, 0.8, 0.8, -0.6, -0.28, 0.96, 0.96, 0.28]));
}
