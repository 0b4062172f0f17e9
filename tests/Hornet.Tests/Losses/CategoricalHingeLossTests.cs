using Hornet.Losses;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CategoricalHingeLossTests
{
    private static readonly EagerTensor s_target = Tensor.From([2, 3], [0.0, 1, 0, 1, 0, 0]);

    [Fact]
    public void The_right_class_must_lead_by_one() => Assert.Equal(
        0.8f, new CategoricalHinge().Apply(new float[,] { { 0f, 1f, 0f } },
            new float[,] { { 0.2f, 0.5f, 0.3f } }).Item<float>(), 1e-5f);

    [Fact]
    public void Its_gradients_are_slopes() =>
        OpContract.Check(t => Keras.Losses.CategoricalHinge(s_target, t[0]), [2, 3]);
}
