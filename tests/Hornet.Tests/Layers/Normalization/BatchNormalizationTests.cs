using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class BatchNormalizationTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new BatchNormalization(), [4, 3, 2]);

    [Fact]
    public void It_keeps_the_contract_with_corrections() =>
        LayerContract.Check(new BatchNormalization(axis: 1, renorm: true), [4, 3, 2]);

    [Fact]
    public void Training_moves_the_statistics()
    {
        var layer = new BatchNormalization(momentum: 0.5, epsilon: 0);
        var y = layer.Apply(new float[,] { { 1 }, { 3 } }, training: true);
        Assert.Equal([-1f, 1], y.ToArray<float>());
        Assert.Equal(1f, layer.MovingMean.Value.ToArray<float>()[0]);
        Assert.Equal(1f, layer.MovingVariance.Value.ToArray<float>()[0]);
    }

    [Fact]
    public void A_frozen_layer_runs_as_outside_of_training()
    {
        var layer = new BatchNormalization(epsilon: 0) { Trainable = false };
        var y = layer.Apply(new float[,] { { 1 }, { 3 } }, training: true);
        Assert.Equal([1f, 3], y.ToArray<float>());
        Assert.Equal(0f, layer.MovingMean.Value.ToArray<float>()[0]);
    }

    [Fact]
    public void A_mask_of_another_rank_is_refused() => Assert.Throws<ShapeException>(() =>
        new BatchNormalization().Apply(Ops.Ones([2, 3, 4]), mask: (Tensor)new[] { true, false }));

    [Fact]
    public void Bounds_that_contradict_are_refused() => Assert.Contains(
        "rmax",
        Assert.Throws<ArgumentException>(() => new BatchNormalization(
            renorm: true, renormClipping: new Dictionary<string, double> { ["rmin"] = 2, ["rmax"] = 1 })).Message,
        StringComparison.Ordinal);
}
