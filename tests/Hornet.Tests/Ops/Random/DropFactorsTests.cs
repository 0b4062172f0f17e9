namespace Hornet.Tests;

public sealed class DropFactorsTests
{
    [Fact]
    public void Factors_are_what_dropout_makes_of_ones()
    {
        var ones = Tensor.From([50, 100], Enumerable.Repeat(1f, 5000).ToArray());
        var program = DropFactorsOp.DrawOnce(
            Compiled.Traced(t => [Keras.Random.Dropout(t[0], 0.25, seed: 3)], ones));
        var draw = Assert.Single(program.Instructions, one => one.Primitive is DropFactorsOp);
        var key = program.Constants.Single(constant => constant.Value == draw.Inputs[0]).Tensor;

        var factors = ProgramOps.Run(draw.Primitive, key)[0];

        Compiled.AreSameBits(Keras.Random.Dropout(ones, 0.25, seed: 3), factors, "the factors");
        ProgramOps.HasNoGradient(draw.Primitive);
    }

    [Fact]
    public void Other_dtypes_and_noise_shapes_are_dropped_by_the_op_itself()
    {
        var wide = Compiled.Values([4, 6], DType.Float64, hasSpecial: false);
        var x = Compiled.Values([4, 6], hasSpecial: false);

        Compiled.GivesTheBitsOf(t => [Keras.Random.Dropout(t[0], 0.5, seed: 3)], wide);
        Compiled.GivesTheBitsOf(t => [Keras.Random.Dropout(t[0], 0.5, noiseShape: [4, 1], seed: 3)], x);
    }
}
