using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class CategoricalHingeMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new CategoricalHinge();
        metric.UpdateState(new float[,] { { 0, 1, 0 } }, new float[,] { { 0.2f, 0.5f, 0.3f } });

        Assert.Equal(0.4f, metric.Apply(new float[,] { { 0, 1, 0 } }, new float[,] { { 0, 1, 0 } }).Item<float>(),
            1e-5f);
    }
}
