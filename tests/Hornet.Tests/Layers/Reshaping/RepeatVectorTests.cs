using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class RepeatVectorTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new RepeatVector(3), [2, 4]);

    [Fact]
    public void A_vector_comes_again() => Assert.Equal(
        [1f, 2, 1, 2], new RepeatVector(2).Apply(new float[,] { { 1, 2 } }).ToArray<float>());

    [Fact]
    public void No_time_is_refused() => Assert.ThrowsAny<ArgumentException>(() => new RepeatVector(0));
}
