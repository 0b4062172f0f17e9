using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class KLDivergenceMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new KLDivergence();
        metric.UpdateState(new float[,] { { 0.5f, 0.5f } }, new float[,] { { 0.25f, 0.75f } });

        Assert.Equal(0.0719205f, metric.Apply(new float[,] { { 0.5f, 0.5f } },
            new float[,] { { 0.5f, 0.5f } }).Item<float>(), 1e-5f);
    }
}
