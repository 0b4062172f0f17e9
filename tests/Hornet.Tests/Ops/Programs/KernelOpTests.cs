using Hornet.Programs;

namespace Hornet.Tests;

public sealed class KernelOpTests
{
    private static readonly EagerTensor s_x = Compiled.Values([3, 4], hasSpecial: false);

    [Fact]
    public void Gives_what_its_kernel_computes()
    {
        var op = Made();

        Compiled.AreSameBits(Ops.Softmax(s_x), ProgramOps.Run(op, s_x)[0], "softmax");
        ProgramOps.HasNoGradient(op);
    }

    [Fact]
    public void Reads_what_does_not_lie_side_by_side()
    {
        var turned = (EagerTensor)Ops.Transpose(Compiled.Values([4, 3], hasSpecial: false));

        Compiled.AreSameBits(Ops.Softmax(turned), ProgramOps.Run(Made(), turned)[0], "softmax");
    }

    [Fact]
    public void Is_equal_to_itself_alone()
    {
        var op = Made();

        Assert.Equal(op, op);
        Assert.NotEqual(op, op with { });
        Assert.NotEqual(op, Made());
    }

    private static KernelOp Made() =>
        (KernelOp)Assert.Single(Compiled.Optimized(t => [Ops.Softmax(t[0])], s_x).Instructions).Primitive;
}
