using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class AccuracyMetricTests
{
    [Fact]
    public void It_is_how_often_both_are_equal()
    {
        var metric = new Accuracy();
        metric.UpdateState(new[] { 1, 2 }, new[] { 0, 2 });

        Assert.Equal(0.75f, metric.Apply(new[] { 3, 4 }, new[] { 3, 4 }).Item<float>(), 1e-5f);
    }
}
