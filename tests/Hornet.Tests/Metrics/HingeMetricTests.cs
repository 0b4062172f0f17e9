using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class HingeMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new Hinge();
        metric.UpdateState(new float[,] { { 1, 0 } }, new float[,] { { 0.5f, 0.5f } });

        Assert.Equal(0.5f, metric.Apply(new float[,] { { 1, 0 } }, new float[,] { { 1, -1 } }).Item<float>(), 1e-5f);
    }
}
