using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class PoissonMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new Poisson();
        metric.UpdateState(new float[,] { { 1, 2 } }, new float[,] { { 1, 2 } });

        Assert.Equal(0.8068528f, metric.Apply(new float[,] { { 1, 2 } }, new float[,] { { 1, 2 } }).Item<float>(),
            1e-5f);
    }
}
