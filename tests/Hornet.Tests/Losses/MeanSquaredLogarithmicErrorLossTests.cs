using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class MeanSquaredLogarithmicErrorLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.5, -0.25, 1, 0.75, 0.125, -1.0]);

    [Fact]
    public void It_counts_how_many_times_too_large_or_too_small() => Assert.Equal(
        0.5f, new MeanSquaredLogarithmicError().Apply(new float[,] { { 1.7182818f, 0f } },
            new float[,] { { 0f, 0f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t => Keras.Losses.MeanSquaredLogarithmicError(s_target,
        t[0]), Tensor.From([2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]));
}
