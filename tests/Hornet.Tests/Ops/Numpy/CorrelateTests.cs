using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CorrelateOpTests
{
    [Theory]
    [InlineData("valid")]
    [InlineData("same")]
    [InlineData("full")]
    public void Keeps_the_contract(string mode)
    {
        OpContract.Check(t => Ops.Correlate(Ops.Reshape(t[0], [5]), Ops.Reshape(t[1], [3]), mode), [5], [3]);
        OpContract.Check(t => Ops.Correlate(Ops.Reshape(t[0], [2]), Ops.Reshape(t[1], [4]), mode), [2], [4]);
    }

    [Fact]
    public void The_second_is_conjugated() => Assert.Equal(
        [new Complex(2, 0)],
        Ops.Correlate(new Complex[] { new(1, 1) }, new Complex[] { new(1, 1) }).ToArray<Complex>());

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Ops.Correlate(new float[2], new float[2], "all"));
        Assert.Throws<ShapeException>(() => Ops.Correlate(new float[2, 2], new float[2]));
        Assert.Throws<ShapeException>(() => Ops.Correlate(new KerasTensor([null]), new KerasTensor([3])));
    }
}

public sealed class CorrcoefOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.CheckShapes(t => Ops.Corrcoef(t[0]), Tensor.From([2, 3], [1.0, 2, 3, 3, 2, 1]));
        OpContract.Check(t => Ops.Corrcoef(t[0])[0, 1], [2, 4]);
    }

    [Fact]
    public void Is_1_of_what_moves_together()
    {
        Assert.Equal([1f, -1, -1, 1], Ops.Corrcoef(new[,] { { 1, 2, 3 }, { 3, 2, 1 } }).ToArray<float>());
        Assert.Equal([], Ops.Corrcoef(new float[] { 1, 2, 4 }).Shape);
        Assert.Throws<ShapeException>(() => Ops.Corrcoef(Ops.Ones([2, 2, 2])));
    }
}

public sealed class ViewAsComplexOpTests
{
    [Fact]
    public void Pairs_are_parts()
    {
        Assert.Equal([new Complex(1, 2)], Ops.ViewAsComplex(new double[,] { { 1, 2 } }).ToArray<Complex>());
        Assert.Equal([null], Ops.ViewAsComplex(new KerasTensor([null, 2])).Shape);
        Assert.Throws<ShapeException>(() => Ops.ViewAsComplex(new float[2, 3]));
    }
}

public sealed class ViewAsRealOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(
        t => Ops.ViewAsReal(Ops.Square(Ops.ViewAsComplex(Ops.Reshape(t[0], [-1, 2])))), [6]);
}

public sealed class WindowsTests
{
    [Fact]
    public void Have_the_known_forms()
    {
        Assert.Equal([0f, 0.5f, 1, 0.5f, 0], Ops.Bartlett(5).ToArray<float>());
        Near([0, 0.34, 1, 0.34, 0], Ops.Blackman(5));
        Near([0.08f, 0.54f, 1, 0.54f, 0.08f], Ops.Hamming(5));
        Near([0, 0.5f, 1, 0.5f, 0], Ops.Hanning(5));
        Near([1.1e-5, 0.216, 1, 0.216, 1.1e-5], Ops.Kaiser(5, 12));
    }

    [Fact]
    public void One_number_is_1_and_less_is_none()
    {
        Assert.All(
            new[] { Ops.Bartlett(1), Ops.Blackman(1), Ops.Hamming(1), Ops.Hanning(1), Ops.Kaiser(1, 3) },
            window => Assert.Equal([1f], window.ToArray<float>()));
        Assert.All(
            new[] { Ops.Bartlett(0), Ops.Kaiser(0, 3) }, window => Assert.Equal([0], window.Shape));
    }

    private static void Near(double[] expected, Tensor window) =>
        Assert.All(expected.Zip(window.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 0.02));
}
