using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class BinaryCrossentropyLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.0, 1, 0, 1, 0, 0]);

    [Fact]
    public void It_is_the_surprise_in_nats() => Assert.Equal(
        0.6931472f, new BinaryCrossentropy().Apply(new float[,] { { 0f, 1f } },
            new float[,] { { 0.5f, 0.5f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t => Keras.Losses.BinaryCrossentropy(s_target, t[0]),
        Tensor.From([2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]));

    [Fact]
    public void Logits_and_probabilities_give_the_same()
    {
        Tensor logits = new float[,] { { -1, 0.5f, 2 } };
        Tensor target = new float[,] { { 0, 1, 1 } };

        Assert.Equal(
            new BinaryCrossentropy().Apply(target, Ops.Sigmoid(logits)).Item<float>(),
            new BinaryCrossentropy(fromLogits: true).Apply(target, logits).Item<float>(), 1e-5f);
    }

    [Fact]
    public void A_column_beside_a_vector_is_refused_or_brought_together()
    {
        var column = new BinaryCrossentropy().Apply(new float[] { 0, 1 }, new float[,] { { 0.5f }, { 0.5f } });

        Assert.Equal(0.6931472f, column.Item<float>(), 1e-5f);
        Assert.Throws<ShapeException>(() => new BinaryCrossentropy().Apply(
            new float[,] { { 0 }, { 1 } }, new float[,] { { 0.5f, 0.5f }, { 0.5f, 0.5f } }));
    }
}
