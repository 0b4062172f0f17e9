using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class KLDivergenceLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.3, 0.3, 0.4, 0.1, 0.2, 0.7]);

    [Fact]
    public void It_is_what_is_lost_by_the_wrong_probabilities() => Assert.Equal(
        0.143841f, new KLDivergence().Apply(new float[,] { { 0.5f, 0.5f } },
            new float[,] { { 0.25f, 0.75f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(t => Keras.Losses.KLDivergence(s_target, t[0]),
        Tensor.From([2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]));
}
