using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class MeanSquaredErrorMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new MeanSquaredError();
        metric.UpdateState(new float[,] { { 0, 1 } }, new float[,] { { 2, 1 } });

        Assert.Equal(1f, metric.Apply(new float[,] { { 0, 0 } }, new float[,] { { 0, 0 } }).Item<float>(), 1e-5f);
    }
}
