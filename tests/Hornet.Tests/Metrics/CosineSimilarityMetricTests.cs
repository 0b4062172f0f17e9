using Hornet.Metrics;

namespace Hornet.Tests;

public sealed class CosineSimilarityMetricTests
{
    [Fact]
    public void Vectors_that_point_the_same_way_have_most()
    {
        var metric = new CosineSimilarity();
        metric.UpdateState(new float[,] { { 3, 4 } }, new float[,] { { 6, 8 } });

        Assert.Equal(0.5f, metric.Apply(new float[,] { { 1, 0 } }, new float[,] { { 0, 1 } }).Item<float>(), 1e-5f);
    }
}
