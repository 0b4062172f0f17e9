using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class MeanTests
{
    [Fact]
    public void It_is_the_mean_of_all_values()
    {
        var mean = new Mean();
        mean.UpdateState(new float[] { 1, 3, 5, 7 });

        Assert.Equal(4f, mean.Result().Item<float>());
        Assert.Equal(5.2f, mean.Apply(10, 1).Item<float>(), 1e-6f);
    }

    [Fact]
    public void Weights_count() => Assert.Equal(
        2f, new Mean().Apply(new float[] { 1, 3, 5, 7 }, new float[] { 1, 1, 0, 0 }).Item<float>());

    [Fact]
    public void Of_nothing_it_is_0() => Assert.Equal(0f, new Mean().Result().Item<float>());

    [Fact]
    public void Targets_are_refused()
    {
        Metric mean = new Mean();

        Assert.Throws<InvalidOperationException>(() => mean.UpdateState(new float[1], new float[1]));
    }
}

public sealed class SumTests
{
    [Fact]
    public void It_is_the_weighted_sum_of_all_values()
    {
        var sum = new Sum();
        sum.UpdateState(new float[] { 1, 3, 5, 7 });

        Assert.Equal(20f, sum.Apply(new float[] { 1, 3, 5, 7 }, new float[] { 1, 1, 0, 0 }).Item<float>());
    }

    [Fact]
    public void Targets_are_refused()
    {
        Metric sum = new Sum();

        Assert.Throws<InvalidOperationException>(() => sum.UpdateState(new float[1], new float[1]));
    }
}

public sealed class MeanMetricWrapperTests
{
    [Fact]
    public void A_function_is_a_metric()
    {
        var metric = new MeanMetricWrapper((y, p) => Ops.Abs(y - p), name: "sizes");

        Assert.Equal(1.5f, metric.Apply(new float[] { 1, 2 }, new float[] { 2, 4 }).Item<float>());
        Assert.Equal("sizes", metric.Name);
    }
}
