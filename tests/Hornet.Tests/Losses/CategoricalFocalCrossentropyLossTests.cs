using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CategoricalFocalCrossentropyLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.0, 1, 0, 1, 0, 0]);

    [Fact]
    public void What_is_predicted_well_counts_little() => Assert.Equal(
        0.0433217f, new CategoricalFocalCrossentropy().Apply(new float[,] { { 0f, 1f, 0f } },
            new float[,] { { 0.25f, 0.5f, 0.25f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t =>
        Keras.Losses.CategoricalFocalCrossentropy(s_target, t[0]), Tensor.From([2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]));

    [Fact]
    public void Each_class_can_have_its_weight() => Assert.Equal(
        0.1732868f,
        new CategoricalFocalCrossentropy(alpha: [0.5, 1, 0.5]).Apply(
            new float[,] { { 0, 1, 0 } }, new float[,] { { 0.25f, 0.5f, 0.25f } }).Item<float>(),
        1e-5f);
}
