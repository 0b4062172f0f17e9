using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class TopKCategoricalAccuracyMetricTests
{
    [Fact]
    public void It_is_how_often_the_right_class_is_among_the_best()
    {
        var metric = new TopKCategoricalAccuracy(k: 2);
        metric.UpdateState(new float[,] { { 0, 0, 1 } }, new float[,] { { 0.1f, 0.9f, 0.8f } });

        Assert.Equal(0.5f, metric.Apply(new float[,] { { 1, 0, 0 } },
            new float[,] { { 0.05f, 0.95f, 0.5f } }).Item<float>(), 1e-5f);
    }
}
