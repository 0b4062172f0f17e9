using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class BinaryCrossentropyMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new BinaryCrossentropy();
        metric.UpdateState(new float[,] { { 0, 1 } }, new float[,] { { 0.5f, 0.5f } });

        Assert.Equal(0.3465736f, metric.Apply(new float[,] { { 0, 1 } }, new float[,] { { 0, 1 } }).Item<float>(),
            1e-5f);
    }
}
