namespace Hornet.Tests;

public sealed class ColumnProductsTests
{
    [Theory]
    [InlineData(3, 5)]
    [InlineData(2000, 3)] // several chunks, and groups of rows that do not fill the last
    [InlineData(700, 300)]
    public void The_parts_of_a_gradient_are_the_whole(int rows, int columns)
    {
        var g = Compiled.Values([rows, columns], hasSpecial: false);
        var x = Compiled.Values([rows, columns], seed: 1, hasSpecial: false);
        var scale = Compiled.Values([columns], seed: 2, hasSpecial: false);
        var zero = Ops.Zeros([columns]);
        var one = Ops.Ones([columns]);

        // y = (x − 0) / √(1 + 0) · scale + 0, and g is the gradient of Σ g · y by y
        Tensor[] Gradients(Tensor[] t)
        {
            using var tape = new GradientTape();
            tape.Watch(t[1]);
            tape.Watch(t[2]);
            var y = Ops.BatchNormalization(t[1], zero, one, axis: -1, offset: zero, scale: t[2], epsilon: 0);
            return tape.Gradients(Ops.Sum(t[0] * y), t[1], t[2]);
        }

        var program = Ops.SplitScaleShift(Compiled.Traced(Gradients, [g, x, scale]));
        Assert.Contains("ColumnProductsOp", Compiled.Titles(program));
        Compiled.GivesTheBitsOf(Gradients, g, x, scale);
        Compiled.AreSameBits(g * scale, Gradients([g, x, scale])[0], "of x");
    }
}
