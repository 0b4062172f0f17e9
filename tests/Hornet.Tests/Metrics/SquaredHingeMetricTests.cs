using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class SquaredHingeMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new SquaredHinge();
        metric.UpdateState(new float[,] { { 1, 0 } }, new float[,] { { 0.5f, 0.5f } });

        Assert.Equal(0.625f, metric.Apply(new float[,] { { 1, 0 } }, new float[,] { { 1, -1 } }).Item<float>(), 1e-5f);
    }
}
