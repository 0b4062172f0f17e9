using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class BinaryFocalCrossentropyLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.0, 1, 0, 1, 0, 0]);

    [Fact]
    public void What_is_predicted_well_counts_little() => Assert.Equal(
        0.1732868f, new BinaryFocalCrossentropy().Apply(new float[,] { { 0f, 1f } },
            new float[,] { { 0.5f, 0.5f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t => Keras.Losses.BinaryFocalCrossentropy(s_target,
        t[0]), Tensor.From([2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]));
}
