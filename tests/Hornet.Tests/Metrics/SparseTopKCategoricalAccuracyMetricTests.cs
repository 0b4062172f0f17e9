using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class SparseTopKCategoricalAccuracyMetricTests
{
    [Fact]
    public void It_is_how_often_the_right_class_is_among_the_best()
    {
        var metric = new SparseTopKCategoricalAccuracy(k: 2);
        metric.UpdateState(new[] { 2 }, new float[,] { { 0.1f, 0.9f, 0.8f } });

        Assert.Equal(0.5f, metric.Apply(new[] { 0 }, new float[,] { { 0.05f, 0.95f, 0.5f } }).Item<float>(), 1e-5f);
    }

    [Fact]
    public void Predictions_can_be_classes_the_best_first() => Assert.Equal(
        [1f, 0],
        Keras.Metrics.SparseTopKCategoricalAccuracy(
            new[] { 2, 0 }, new[,] { { 1, 2, 0 }, { 1, 2, 0 } }, k: 2, fromSortedIds: true).ToArray<float>());

    [Fact]
    public void What_is_no_class_is_not_among_the_best() => Assert.Equal(
        [0f, 0],
        Keras.Metrics.SparseTopKCategoricalAccuracy(
            new[] { -1, 3 }, new float[,] { { 1, 2, 0 }, { 1, 2, 0 } }, k: 3).ToArray<float>());
}
