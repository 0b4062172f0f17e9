using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class CategoricalAccuracyMetricTests
{
    [Fact]
    public void It_is_how_often_the_best_class_is_right()
    {
        var metric = new CategoricalAccuracy();
        metric.UpdateState(new float[,] { { 0, 0, 1 } }, new float[,] { { 0.1f, 0.9f, 0.8f } });

        Assert.Equal(0.5f, metric.Apply(new float[,] { { 0, 1, 0 } },
            new float[,] { { 0.05f, 0.95f, 0 } }).Item<float>(), 1e-5f);
    }
}
