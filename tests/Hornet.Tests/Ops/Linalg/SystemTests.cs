using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SolveOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Solve(Matrices.Regular(t[0], 2), Ops.Reshape(t[1], [2, 2, 3])), [8], [12]);
        OpContract.Check(t => Ops.Solve(Matrices.Regular(t[0], 2), Ops.Reshape(t[1], [2, 2])), [8], [4]);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.Solve(Ops.Ones([2, 3]), Ops.Ones([2, 1])));
        Assert.Throws<ShapeException>(() => Ops.Solve(Ops.Eye(2), Ops.Ones([3, 1])));
        Assert.Throws<ShapeException>(() => Ops.Solve(Ops.Eye(2), 1.0));
        Assert.Throws<ShapeException>(() => Ops.Solve(new KerasTensor([2, 2]), new KerasTensor([null, 5])));
    }
}

public sealed class LinearSystemOpTests
{
    [Fact]
    public void One_matrix_serves_many() => OpContract.Check(
        t => Ops.Solve(Ops.Reshape(t[0], [1, 2, 2]) + (Ops.Eye(2) * 3), Ops.Reshape(t[1], [3, 2, 1])), [4], [6]);
}

public sealed class SolveTriangularOpTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keeps_the_contract(bool lower)
    {
        OpContract.Check(
            t => Ops.SolveTriangular(Matrices.Regular(t[0], 2), Ops.Reshape(t[1], [2, 2, 3]), lower), [8], [12]);
        OpContract.Check(
            t => Ops.SolveTriangular(Matrices.Regular(t[0], 2), Ops.Reshape(t[1], [2, 2]), lower), [8], [4]);
    }

    [Fact]
    public void The_other_side_of_the_diagonal_does_not_count()
    {
        Tensor a = new float[,] { { 2, 99 }, { 1, 1 } };

        Assert.Equal([1f, 2], Ops.SolveTriangular(a, new float[] { 2, 3 }, lower: true).ToArray<float>());
        Assert.Throws<ShapeException>(() => Ops.SolveTriangular(Ops.Ones([2, 3]), Ops.Ones([2, 3])));
    }
}

public sealed class TriangularSystemOpTests
{
    [Fact]
    public void One_matrix_serves_many() => OpContract.Check(
        t => Ops.SolveTriangular(Ops.Reshape(t[0], [1, 2, 2]) + (Ops.Eye(2) * 3), Ops.Reshape(t[1], [3, 2, 1])),
        [4], [6]);
}

public sealed class PinvOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Pinv(t[0]), [2, 3, 2]);
        OpContract.Check(t => Ops.Pinv(t[0]), [2, 3]);
    }

    [Fact]
    public void Small_singular_values_count_as_none()
    {
        Tensor x = new float[,] { { 2, 0 }, { 0, 0.1f } };

        Assert.Equal([0.5f, 0, 0, 0], Ops.Pinv(x, rcond: 0.5).ToArray<float>());
        Assert.Equal(10f, Ops.Pinv(x).ToArray<float>()[3], 1e-4f);
    }
}

public sealed class LstsqOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Lstsq(t[0], t[1]), [3, 2], [3]);
        OpContract.Check(t => Ops.Lstsq(t[0], t[1]), [2, 3], [2, 2]);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.Lstsq(Ops.Ones([2, 3]), Ops.Ones([3])));
        Assert.Throws<ShapeException>(() => Ops.Lstsq(Ops.Ones([1, 2, 3]), Ops.Ones([2])));
    }
}
