using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CosineSimilarityLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.5, -0.25, 1, 0.75, 0.125, -1.0]);

    [Fact]
    public void Vectors_that_point_the_same_way_have_least() => Assert.Equal(
        -1f, new CosineSimilarity().Apply(new float[,] { { 3f, 4f } }, new float[,] { { 6f, 8f } }).Item<float>(),
            1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() =>
        OpContract.Check(t => Keras.Losses.CosineSimilarity(s_target, t[0]), [2, 3]);

    [Fact]
    public void Nothing_is_similar_to_nothing() => Assert.Equal(
        0f, new CosineSimilarity().Apply(new float[,] { { 0, 0 } }, new float[,] { { 6, 8 } }).Item<float>());
}
