using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>Matrices for contracts: of any shape in memory, so that axes may be unknown.</summary>
internal static class Matrices
{
    /// <summary>Two square matrices that are far from singular.</summary>
    public static Tensor Regular(Tensor x, int side) => Ops.Reshape(x, [2, side, side]) + (Ops.Eye(side) * 3);

    /// <summary>Two positive definite matrices.</summary>
    public static Tensor Definite(Tensor x, int side)
    {
        var matrices = Ops.Reshape(x, [2, side, side]);
        return Ops.Matmul(matrices, Ops.Swapaxes(matrices, -1, -2)) + (Ops.Eye(side) * 2);
    }
}

public sealed class CholeskyOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Cholesky(Matrices.Definite(t[0], 3)), [18]);
        OpContract.Check(t => Ops.Cholesky(Matrices.Definite(t[0], 2), upper: true), [8]);
    }

    [Fact]
    public void Says_what_is_not_positive_definite()
    {
        var e = Assert.Throws<ArgumentException>(() => Ops.Cholesky(new float[,] { { 1, 0 }, { 0, -1 } }));

        Assert.Equal(
            "Cholesky: expected positive definite matrices. Received: one whose leading minor of order 2 is not " +
            "positive.", e.Message);
        Assert.Throws<ShapeException>(() => Ops.Cholesky(Ops.Ones([2, 3])));
        Assert.Throws<ShapeException>(() => Ops.Cholesky(Ops.Ones([3])));
        Assert.Throws<ShapeException>(() => Ops.Cholesky(new KerasTensor([null, 3])));
    }

    [Fact]
    public void Half_precision_is_computed_in_float32()
    {
        var factor = Ops.Cholesky(Ops.Cast(new float[,] { { 4, 2 }, { 2, 2 } }, DType.BFloat16));

        Assert.Equal(DType.BFloat16, factor.DType);
        Assert.Equal(new float[] { 2, 0, 1, 1 }, Ops.Cast(factor, DType.Float32).ToArray<float>());
    }

    [Fact]
    public void Of_complex_matrices_is_triangular()
    {
        Tensor x = new Complex[,] { { 4, new(0, 2) }, { new(0, -2), 3 } };
        var factor = Ops.Cholesky(x);

        Assert.Equal(Complex.Zero, factor.ToArray<Complex>()[1]);
        var back = Ops.Matmul(factor, Ops.Swapaxes(Ops.Conjugate(factor), 0, 1)).ToArray<Complex>();
        Assert.All(back.Zip(x.ToArray<Complex>()), pair => Assert.Equal(0, (pair.First - pair.Second).Magnitude, 6));
    }
}

public sealed class CholeskyInverseOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.CholeskyInverse(Matrices.Regular(t[0], 2)), [8]);
        OpContract.Check(t => Ops.CholeskyInverse(Matrices.Regular(t[0], 3), upper: true), [18]);
    }

    [Fact]
    public void Inverts_what_was_factored()
    {
        Tensor x = new double[,] { { 4, 2 }, { 2, 2 } };

        Assert.Equal([0.5, -0.5, -0.5, 1], Ops.CholeskyInverse(Ops.Cholesky(x)).ToArray<double>());
        Assert.Equal([0.5, -0.5, -0.5, 1], Ops.CholeskyInverse(Ops.Cholesky(x, true), true).ToArray<double>());
        Assert.Throws<ShapeException>(() => Ops.CholeskyInverse(Ops.Ones([3])));
    }
}

public sealed class InvOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Inv(Matrices.Regular(t[0], 3)), [18]);

    [Fact]
    public void Says_what_is_not_square()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Inv(Ops.Ones([2, 3])));

        Assert.Equal("Inv: expected square matrices. Received: x=float32(2, 3).", e.Message);
    }
}

public sealed class DetOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Det(Matrices.Regular(t[0], 3)), [18]);

    [Fact]
    public void Integers_become_floats() =>
        Assert.Equal(-2f, Ops.Det(new[,] { { 1, 2 }, { 3, 4 } }).Item<float>(), 1e-5f);
}

public sealed class SlogdetOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Slogdet(Matrices.Regular(t[0], 2)).Logabsdet, [8]);
        OpContract.CheckShapes(t => Ops.Slogdet(t[0]).Sign, Tensor.From([2, 2], [1.0, 2, 3, 4]));
    }

    [Fact]
    public void Gives_the_sign_beside()
    {
        var (sign, logarithm) = Ops.Slogdet(new double[,] { { 1, 2 }, { 3, 4 } });

        Assert.Equal(-1, sign.Item<double>());
        Assert.Equal(Math.Log(2), logarithm.Item<double>(), 12);
        Assert.Throws<ShapeException>(() => Ops.Slogdet(Ops.Ones([2, 3])));
    }

    // d sign = i sign Im(dz / z), d log|z| = Re(dz / z), of a matrix of one element
    [Fact]
    public void The_gradient_of_a_complex_determinant_turns_its_sign()
    {
        Tensor z = new Complex[,] { { new(3, 4) } };
        using var tape = new GradientTape();
        tape.Watch(z);
        var (sign, logarithm) = Ops.Slogdet(z);
        var loss = Ops.Sum(Ops.Real(sign)) + Ops.Sum(logarithm);
        var gradient = tape.Gradient(loss, z).ToArray<Complex>()[0];

        // ∂/∂x − i ∂/∂y of x / r + log r, at 3 + 4i
        Assert.Equal(16 / 125.0 + 3 / 25.0, gradient.Real, 1e-12);
        Assert.Equal(12 / 125.0 - 4 / 25.0, gradient.Imaginary, 1e-12);
    }
}

public sealed class LogdetOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Logdet(Matrices.Regular(t[0], 2)), [8]);
}

public sealed class MatrixRankOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.MatrixRank(t[0]), Tensor.From([2, 2, 1], [1.0, 2, 0, 0]));

    [Fact]
    public void Counts_what_is_above_the_bound()
    {
        Tensor x = new float[,] { { 3, 0 }, { 0, 1 } };

        Assert.Equal((2, 1), (Ops.MatrixRank(x).Item<int>(), Ops.MatrixRank(x, 2).Item<int>()));
        Assert.Equal(0, Ops.MatrixRank(Ops.Zeros([2, 2])).Item<int>());
        Assert.Throws<ShapeException>(() => Ops.MatrixRank(Ops.Ones([3])));
    }
}

public sealed class MatrixPowerOpTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(-2)]
    public void Keeps_the_contract(int n) =>
        OpContract.Check(t => Ops.MatrixPower(Matrices.Regular(t[0], 2) * 0.5, n) + (Ops.Sum(t[0]) * 0), [8]);

    [Fact]
    public void Multiplies_and_inverts()
    {
        Tensor x = new[,] { { 1, 1 }, { 0, 1 } };

        Assert.Equal([1, 6, 0, 1], Ops.MatrixPower(x, 6).ToArray<int>());
        Assert.Equal([1f, -2, 0, 1], Ops.MatrixPower(x, -2).ToArray<float>());
        Assert.Equal(DType.Int8, Ops.MatrixPower(Ops.Cast(x, DType.Int8), 3).DType);
        Assert.Throws<ShapeException>(() => Ops.MatrixPower(Ops.Ones([2, 3]), 2));
    }
}
