using Hornet.Testing;

namespace Hornet.Tests;

using Dense = Hornet.Layers.Dense;

public sealed class DenseTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Dense(4, activation: "relu"), [2, 3]);

    [Fact]
    public void The_product_and_the_bias_are_added() => Assert.Equal(
        [4f], new Dense(1, kernelInitializer: "ones",
            biasInitializer: "ones").Apply(new float[,] { { 1, 2 } }).ToArray<float>());

    [Fact]
    public void No_unit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Dense(0));
}
