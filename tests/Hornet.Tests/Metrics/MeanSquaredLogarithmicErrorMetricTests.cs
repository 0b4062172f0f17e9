using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class MeanSquaredLogarithmicErrorMetricTests
{
    [Fact]
    public void It_is_the_mean_over_all_batches()
    {
        var metric = new MeanSquaredLogarithmicError();
        metric.UpdateState(new float[,] { { 1.7182818f, 0 } }, new float[,] { { 0, 0 } });

        Assert.Equal(0.25f, metric.Apply(new float[,] { { 0, 0 } }, new float[,] { { 0, 0 } }).Item<float>(), 1e-5f);
    }
}
