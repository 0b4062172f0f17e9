using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class AdditiveAttentionTests
{
    [Fact]
    public void It_keeps_the_contract()
    {
        LayerContract.Check(new AdditiveAttention(), [2, 3, 4], [2, 5, 4], [2, 5, 4]);
        LayerContract.Check(new AdditiveAttention(useScale: false), [2, 3, 4], [2, 5, 4]);
    }

    [Fact]
    public void Scores_are_sums_of_tanh()
    {
        Tensor[] inputs = [Tensor.From([1, 1, 1], [0f]), Tensor.From([1, 2, 1], [0f, 1])];

        var scores = new AdditiveAttention(useScale: false).ApplyMany(inputs, returnAttentionScores: true)[1].Value;

        var odds = Math.Exp(Math.Tanh(1));
        Assert.Equal(odds / (1 + odds), scores[0, 0, 1].Item<float>(), 1e-6);
    }
}
