using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class MeanAbsolutePercentageErrorMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new MeanAbsolutePercentageError();
        metric.UpdateState(new float[,] { { 2, 4 } }, new float[,] { { 1, 5 } });

        Assert.Equal(18.75f, metric.Apply(new float[,] { { 1, 1 } }, new float[,] { { 1, 1 } }).Item<float>(), 1e-5f);
    }
}
