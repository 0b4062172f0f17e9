namespace Hornet.Tests;

public sealed class KeepTests
{
    [Fact]
    public void What_is_dropped_is_zero_whatever_it_was()
    {
        var x = Tensor.From([4], new[] { 3, float.NaN, float.PositiveInfinity, -2 });
        var program = DropFactorsOp.DrawOnce(Compiled.Traced(t => [Keras.Random.Dropout(t[0], 0.5, seed: 3)], x));
        var op = Assert.Single(ProgramOps.Of(program, "KeepOp"));

        var kept = ProgramOps.Run(op, x, Tensor.From([4], new float[] { 2, 0, 0, 0 }))[0].ToArray<float>();

        Assert.Equal([6, 0, 0, 0], kept);
        Assert.Equal(0, BitConverter.SingleToInt32Bits(kept[3])); // not -0
        ProgramOps.HasNoGradient(op);
    }

    [Fact]
    public void Nothing_is_dropped_from_nothing() =>
        Compiled.GivesTheBitsOf(
            t => [Keras.Random.Dropout(t[0], 0.5, seed: 3)], Compiled.Values([0, 3], hasSpecial: false));
}
