using Hornet.Layers;

namespace Hornet.Tests;

public sealed class GRUCellTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_input_half_of_the_memory_is_kept(bool resetAfter)
    {
        var cell = new GRUCell(
            1, kernelInitializer: "zeros", recurrentInitializer: "zeros", resetAfter: resetAfter);
        var next = cell.ApplyMany(new float[1, 1], states: [Ops.Full([1, 1], 2)]);
        Assert.Equal(1f, next[0].Value.Item<float>());
        Assert.Equal(1, next[1].Count);
    }

    [Fact]
    public void A_missing_state_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GRUCell(4).Apply(new float[2, 3]));
}
