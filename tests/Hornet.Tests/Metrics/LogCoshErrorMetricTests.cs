using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class LogCoshErrorMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new LogCoshError();
        metric.UpdateState(new float[,] { { 0, 0 } }, new float[,] { { 0.6931472f, 0 } });

        Assert.Equal(0.0557859f, metric.Apply(new float[,] { { 0, 0 } }, new float[,] { { 0, 0 } }).Item<float>(),
            1e-5f);
    }
}
