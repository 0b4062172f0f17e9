using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class CategoricalCrossentropyMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new CategoricalCrossentropy();
        metric.UpdateState(new float[,] { { 0, 1, 0 } }, new float[,] { { 0.25f, 0.5f, 0.25f } });

        Assert.Equal(0.3465736f, metric.Apply(new float[,] { { 0, 1, 0 } },
            new float[,] { { 0, 1, 0 } }).Item<float>(), 1e-5f);
    }
}
