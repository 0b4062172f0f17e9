namespace Hornet.Tests;

public sealed class MaxPoolGradientFusedTests
{
    // Windows (3, 9) and (7, 8): the greatest are at places 1 and 1, of which the ReLU lets the second through alone.
    [Fact]
    public void What_flows_back_goes_to_the_greatest_elements()
    {
        var x = Tensor.From([1, 1, 4, 1], new float[] { -3, -2, 7, 8 });
        var weight = Tensor.From([1, 1, 2, 1], new float[] { 10, 20 });
        var g = weight;
        var places = Tensor.From([1, 1, 2, 1], new[] { 1, 1 });
        var pooled = Tensor.From([1, 1, 2, 1], new float[] { 0, 8 });

        var plain = Op(t => Ops.MaxPool(t, new[] { 1, 2 }), x, weight);
        var relu = Op(t => Ops.MaxPool(Ops.Relu(t), new[] { 1, 2 }), x, weight);

        Assert.Equal([0, 10, 0, 20], ProgramOps.Run(plain, g, places)[0].ToArray<float>());
        Assert.Equal([0, 0, 0, 20], ProgramOps.Run(relu, g, places, pooled)[0].ToArray<float>());
        ProgramOps.HasNoGradient(plain);
    }

    private static Autodiff.Primitive Op(Func<Tensor, Tensor> pool, EagerTensor x, EagerTensor weight) =>
        ProgramOps.Of(
            Programs.Passes.RemoveDeadCode(Ops.PoolInOneKernel(Programs.Passes.RemoveDeadCode(
                Compiled.Traced(t => Compiled.WithGradients(u => pool(u[0]), t, weight), x)))),
            "MaxPoolGradientFusedOp")[^1];
}
