using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class AttentionTests
{
    [Theory]
    [InlineData("dot")]
    [InlineData("concat")]
    public void It_keeps_the_contract(string mode) =>
        LayerContract.Check(new Attention(useScale: true, scoreMode: mode), [2, 3, 4], [2, 5, 4]);

    [Fact]
    public void A_query_sees_no_value_that_does_not_count_or_comes_later()
    {
        Tensor[] inputs = [Ops.Ones([1, 2, 1]), Tensor.From([1, 3, 1], [1f, 3, 100])];
        Tensor[] mask = [new[,] { { true, false } }, new[,] { { true, true, false } }];

        var result = new Attention().ApplyMany(inputs, mask: mask, returnAttentionScores: true, useCausalMask: true);

        Assert.Equal([1f, 0], result[0].Value.ToArray<float>()); // the second query does not count
        Assert.Equal([1f, 0, 0], result[1].Value[0, 0].ToArray<float>());
        Assert.Equal(0f, result[1].Value[0, 1, 2].Item<float>());
        Assert.Equal([true, false], result[0].Value.KerasMask!.ToArray<bool>());
    }

    [Fact]
    public void Masks_that_the_inputs_carry_count()
    {
        Tensor[] inputs = [Ops.Ones([1, 1, 1]), Tensor.From([1, 2, 1], [1f, 100])];
        inputs[1].KerasMask = new[,] { { true, false } };

        Assert.Equal(1f, new Attention().Apply(inputs).Item<float>());
    }

    [Fact]
    public void Dropout_drops_in_training_only()
    {
        Tensor[] inputs = [Ops.Ones([2, 3, 4]), Ops.Ones([2, 5, 4])];
        var layer = new Attention(dropout: 0.5, seed: 1);

        Assert.All(layer.Apply(inputs).ToArray<float>(), value => Assert.Equal(1, value, 1e-6f));
        Assert.Contains(layer.Apply(inputs, training: true).ToArray<float>(), value => Math.Abs(value - 1) > 0.1);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Tensor[] inputs = [Ops.Ones([1, 2, 3]), Ops.Ones([1, 2, 3])];
        Assert.Throws<ArgumentException>(() => new Attention(scoreMode: "nope"));
        Assert.Contains("a list as inputs", Assert.Throws<ArgumentException>(
            () => new Attention().Apply(inputs[0])).Message, StringComparison.Ordinal);
        Assert.Contains("a list as mask", Assert.Throws<ArgumentException>(
            () => new Attention().Apply(inputs, mask: Ops.Ones([1, 2]))).Message, StringComparison.Ordinal);
    }
}
