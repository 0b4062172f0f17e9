using Hornet.Programs;

namespace Hornet.Tests;

public sealed class MaxPoolFusedTests
{
    private static readonly EagerTensor s_x = Compiled.Values([2, 4, 6, 5], hasSpecial: false);
    private static readonly EagerTensor s_bias = Compiled.Values([5], seed: 1, hasSpecial: false);

    [Fact]
    public void Of_images() => Check(t => Ops.MaxPool(t[0], 2), s_x);

    [Fact]
    public void Of_what_went_through_a_ReLU() => Check(t => Ops.MaxPool(Ops.Relu(t[0]), 2), s_x);

    [Fact]
    public void Of_what_got_a_bias_and_went_through_a_ReLU() =>
        Check(t => Ops.MaxPool(Ops.Relu(t[0] + t[1]), 3, 2, "same"), s_x, s_bias);

    private static void Check(Func<Tensor[], Tensor> function, params EagerTensor[] inputs)
    {
        var program = Passes.RemoveDeadCode(Ops.PoolInOneKernel(Compiled.Traced(t => [function(t)], inputs)));

        Assert.Equal(["MaxPoolFusedOp"], Compiled.Titles(program));
        var op = program.Instructions[0].Primitive;
        var results = ProgramOps.Run(op, inputs);
        Compiled.AreSameBits(function([.. inputs]), results[0], "the greatest elements");
        Assert.All(results[1].ToArray<int>(), place => Assert.InRange(place, 0, 8)); // of a window
        ProgramOps.HasNoGradient(op);
    }
}
