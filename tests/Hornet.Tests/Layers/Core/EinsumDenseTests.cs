using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class EinsumDenseTests
{
    [Fact]
    public void It_keeps_the_contract()
    {
        LayerContract.Check(new EinsumDense("abc,cde->abde", [3, 4, 2], biasAxes: "de"), [2, 3, 5]);
        LayerContract.Check(new EinsumDense("...x,xy->...y", [4], activation: "relu", biasAxes: "y"), [2, 3, 5]);
        LayerContract.Check(new EinsumDense("ab...,bc->ac...", [4], biasAxes: "c"), [2, 3, 5]);
    }

    [Fact]
    public void It_is_a_dense_layer()
    {
        Tensor x = new float[,] { { 1, 2 } };
        var layer = new EinsumDense(
            "ab,bc->ac", [1], biasAxes: "c", kernelInitializer: "ones", biasInitializer: "ones");

        Assert.Equal([4f], layer.Apply(x).ToArray<float>());
    }

    [Fact]
    public void The_variance_of_the_first_kernel_is_that_of_the_axes_that_are_summed_over()
    {
        var layer = new EinsumDense("ab,cbd->acd", [2, 3], kernelInitializer: "he_uniform");

        layer.BuildFor(Shape.Create([null, 600]));

        var most = Ops.Max(Ops.Abs(layer.Kernel.Value)).Item<float>();
        Assert.InRange(most, 0.09f, 0.1f); // √(6 / 600)
    }

    [Theory]
    [InlineData("ab,bc", null, "of the form")]
    [InlineData("...ab,bc->ac", null, "of the form")]
    [InlineData("ab,bc->az", null, "'z'")]
    [InlineData("ab,cz->ac", null, "'z'")]
    [InlineData("ab,bc->ac", "b", "'b' in \"b\"")]
    [InlineData("abcd,bc->ac", null, "at least 4 axes")]
    [InlineData("ab,bc->acd", null, "an axis for each of the letters")]
    [InlineData("ab,bc->ab", null, "one size of the axis 'b'")]
    public void Says_what_does_not_fit(string equation, string? biasAxes, string expected)
    {
        var error = Assert.Throws<ArgumentException>(
            () => new EinsumDense(equation, [5], biasAxes: biasAxes, name: "e").Apply(Ops.Ones([2, 3])));

        Assert.StartsWith("EinsumDense 'e'", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
