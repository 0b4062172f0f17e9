using Hornet.Programs;

namespace Hornet.Tests;

public sealed class GemmOpTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Multiplies_matrices_as_they_lie(bool turnX, bool turnY)
    {
        var x = Compiled.Values(turnX ? [5, 3] : [3, 5], hasSpecial: false);
        var y = Compiled.Values(turnY ? [4, 5] : [5, 4], seed: 1, hasSpecial: false);
        Tensor Product(Tensor[] t) => Ops.Matmul(
            turnX ? Ops.Transpose(t[0]) : t[0], turnY ? Ops.Swapaxes(t[1], -1, -2) : t[1]);

        var op = Assert.Single(ProgramOps.Of(
            AbsorbProducers.Run(Compiled.Traced(t => [Product(t)], x, y)), "GemmOp"));

        Compiled.AreSameBits(Product([x, y]), ProgramOps.Run(op, x, y)[0], "the product");
        ProgramOps.HasNoGradient(op);
    }

    [Fact]
    public void Multiplies_a_batch_of_rows_and_a_matrix_as_it_lies()
    {
        var x = Compiled.Values([2, 3, 5], hasSpecial: false);
        var y = Compiled.Values([4, 5], seed: 1, hasSpecial: false);
        Tensor Product(Tensor[] t) => Ops.Matmul(t[0], Ops.Transpose(t[1]));

        var op = Assert.Single(ProgramOps.Of(
            AbsorbProducers.Run(Compiled.Traced(t => [Product(t)], x, y)), "GemmOp"));

        Compiled.AreSameBits(Product([x, y]), ProgramOps.Run(op, x, y)[0], "the product");
    }

    [Fact]
    public void A_batch_that_is_turned_is_turned_before()
    {
        var x = Compiled.Values([5, 3, 2], hasSpecial: false);
        var y = Compiled.Values([5, 4], seed: 1, hasSpecial: false);

        Compiled.GivesTheBitsOf(t => [Ops.Matmul(Ops.Transpose(t[0]), t[1])], x, y);
    }

    [Fact]
    public void Two_swaps_are_none()
    {
        var x = Compiled.Values([3, 3], hasSpecial: false);

        Compiled.GivesTheBitsOf(t => [Ops.Matmul(Ops.Transpose(Ops.Transpose(t[0])), Ops.Transpose(t[0]))], x);
    }
}
