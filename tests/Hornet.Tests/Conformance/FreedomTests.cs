using Hornet.Conformance;

namespace Hornet.Tests;

/// <summary>What an op leaves open counts as right, and nothing beside it.</summary>
public sealed class FreedomTests
{
    private const string Qr = """
        {"id":"x","op":"linalg.qr","args":[],"kwargs":{"m":{}},"out":[
        {"d":"float32","s":[2,2],"v":[0.6,-0.8,0.8,0.6]},{"d":"float32","s":[2,2],"v":[5,1,0,2]}]}
        """;

    private const string Partition = """
        {"id":"x","op":"numpy.argpartition","args":[{"d":"float32","s":[4],"v":[4,1,3,2]},1],"kwargs":{"m":{}},
        "out":{"d":"int32","s":[4],"v":[1,3,2,0]}}
        """;

    private const string TopK = """
        {"id":"x","op":"math.top_k","args":[{"d":"float32","s":[3],"v":[4,1,3]},2],"kwargs":{"m":{"sorted":false}},
        "out":[{"d":"float32","s":[2],"v":[4,3]},{"d":"int32","s":[2],"v":[0,2]}]}
        """;

    [Theory]
    [InlineData(new[] { -0.6f, -0.8f, -0.8f, 0.6f }, new[] { -5f, -1f, 0f, 2f }, true)]
    [InlineData(new[] { -0.6f, -0.8f, -0.8f, 0.6f }, new[] { -5f, -1f, 0f, -2f }, false)]
    [InlineData(new[] { -0.6f, -0.8f, 0.8f, 0.6f }, new[] { -5f, -1f, 0f, 2f }, false)]
    public void Factors_agree_where_their_product_does(float[] q, float[] r, bool agrees) =>
        Assert.Equal(agrees, Allows(Qr, (Tensor.From([2, 2], q), Tensor.From([2, 2], r))));

    [Theory]
    [InlineData(new[] { 1, 3, 0, 2 }, true)]
    [InlineData(new[] { 3, 1, 0, 2 }, false)]
    [InlineData(new[] { 1, 3, 0, 0 }, false)]
    public void A_partition_may_leave_the_rest_in_any_order(int[] order, bool agrees) =>
        Assert.Equal(agrees, Allows(Partition, Tensor.From(order)));

    [Theory]
    [InlineData(new[] { 3f, 4f }, new[] { 2, 0 }, true)]
    [InlineData(new[] { 3f, 1f }, new[] { 2, 1 }, false)]
    public void The_greatest_values_may_come_in_any_order_where_none_was_asked_for(
        float[] values, int[] indices, bool agrees) =>
        Assert.Equal(agrees, Allows(TopK, (Tensor.From(values), Tensor.From(indices))));

    private static bool Allows(string json, object result)
    {
        using var sample = CorpusSample.Of(json.ReplaceLineEndings(""));
        return Freedom.Allows(sample.Cases.Single(), Actual.Of(result));
    }
}
