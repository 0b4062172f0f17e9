using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class SparseCategoricalAccuracyMetricTests
{
    [Fact]
    public void It_is_how_often_the_best_class_is_right()
    {
        var metric = new SparseCategoricalAccuracy();
        metric.UpdateState(new[] { 2 }, new float[,] { { 0.1f, 0.6f, 0.3f } });

        Assert.Equal(0.5f, metric.Apply(new[] { 1 }, new float[,] { { 0.05f, 0.95f, 0 } }).Item<float>(), 1e-5f);
    }

    [Fact]
    public void A_column_of_classes_is_as_good_as_a_vector() => Assert.Equal(
        [0f, 1],
        Keras.Metrics.SparseCategoricalAccuracy(
            new[,] { { 2 }, { 1 } }, new float[,] { { 0.1f, 0.6f, 0.3f }, { 0, 1, 0 } }).ToArray<float>());

    [Fact]
    public void Too_few_classes_are_refused() => Assert.Throws<ShapeException>(() =>
        Keras.Metrics.SparseCategoricalAccuracy(new[] { 2 }, new float[,] { { 0, 1 }, { 1, 0 } }));
}
