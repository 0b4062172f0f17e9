using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CategoricalGeneralizedCrossEntropyLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2], [1, 2]);

    [Fact]
    public void It_is_between_crossentropy_and_absolute_error() => Assert.Equal(
        1f, new CategoricalGeneralizedCrossEntropy().Apply(new[] { 0 },
            new float[,] { { 0.25f, 0.75f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() => OpContract.Check(
        t => Keras.Losses.CategoricalGeneralizedCrossEntropy(s_target, t[0], 0.7),
            Tensor.From([2, 3], [0.2, 0.3, 0.5, 0.6, 0.3, 0.1]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void The_ends_are_refused(double q) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CategoricalGeneralizedCrossEntropy(q));
}
