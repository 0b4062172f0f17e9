using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class BinaryAccuracyMetricTests
{
    [Fact]
    public void It_is_how_often_the_side_is_right()
    {
        var metric = new BinaryAccuracy();
        metric.UpdateState(new float[] { 1, 1 }, new float[] { 0.98f, 0.5f });

        Assert.Equal(0.75f, metric.Apply(new float[] { 0, 0 }, new float[] { 0.1f, 0.4f }).Item<float>(), 1e-5f);
    }
}
