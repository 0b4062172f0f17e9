using Hornet.Layers;

namespace Hornet.Tests;

public sealed class LSTMCellTests
{
    [Fact]
    public void A_step_gives_h_and_the_states()
    {
        var next = new LSTMCell(4).ApplyMany(new float[2, 3], states: [Ops.Zeros([2, 4]), Ops.Zeros([2, 4])]);
        Assert.Equal(Shape.Create([2, 4]), next[0].Value.Shape);
        Assert.Equal(2, next[1].Count);
    }

    [Fact]
    public void Without_input_half_of_the_memory_is_forgotten()
    {
        var cell = new LSTMCell(1, kernelInitializer: "zeros", recurrentInitializer: "zeros", unitForgetBias: false);
        var next = cell.ApplyMany(new float[1, 1], states: [Ops.Zeros([1, 1]), Ops.Full([1, 1], 2)]);
        Assert.Equal(1f, next[1][1].Value.Item<float>());
    }

    [Fact]
    public void A_missing_state_is_refused() =>
        Assert.Throws<ArgumentException>(() => new LSTMCell(4).Apply(new float[2, 3]));
}
