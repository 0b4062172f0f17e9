using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class EighOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Eigh(Matrices.Definite(t[0], 3)).Eigenvalues, [18]);
        OpContract.Check(t => Ops.Eigh(Matrices.Definite(t[0], 2)).Eigenvectors, [8]);
    }

    [Fact]
    public void Of_a_Hermitian_matrix_the_values_are_real()
    {
        Tensor x = new Complex[,] { { 2, new(0, 1) }, { new(0, -1), 2 } };

        Assert.Equal([1.0, 3], Ops.Eigh(x).Eigenvalues.ToArray<double>().Select(value => Math.Round(value, 12)));
    }
}

public sealed class EigOpTests
{
    // The phase of a vector is free: what its products with its conjugate are is not.
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Real(Ops.Square(Ops.Eig(Matrices.Regular(t[0], 2)).Eigenvalues)), [8]);
        OpContract.Check(
            t => Ops.Square(Ops.Absolute(Ops.Eig(Matrices.Regular(t[0], 2)).Eigenvectors)),
            Tensor.From([8], [1.0, 0.4, 0.7, -0.5, 0.3, 0.8, 0.6, -1.1]));
    }

    [Fact]
    public void Gives_complex_numbers_of_real_matrices()
    {
        var (w, v) = Ops.Eig(new float[,] { { 0, -1 }, { 1, 0 } });

        Assert.Equal((DType.Complex64, DType.Complex64), (w.DType, v.DType));
        Assert.Equal([-1, 1], Ops.Imag(w).ToArray<float>().Order());
        Assert.Throws<ShapeException>(() => Ops.Eig(Ops.Ones([2, 3])));
    }
}

public sealed class QrOpTests
{
    [Theory]
    [InlineData("reduced", 3, 2)]
    [InlineData("reduced", 2, 3)]
    [InlineData("reduced", 2, 2)]
    [InlineData("complete", 2, 3)]
    public void Keeps_the_contract(string mode, int rows, int columns)
    {
        OpContract.Check(
            t => Ops.Qr(Ops.Reshape(t[0], [2, rows, columns]), mode).Q, [2 * rows * columns]);
        OpContract.Check(
            t => Ops.Qr(Ops.Reshape(t[0], [2, rows, columns]), mode).R, [2 * rows * columns]);
    }

    // The column that completes a basis is the same but for its sign.
    [Fact]
    public void The_gradient_of_a_complete_basis_is_that_of_its_projections() => OpContract.Check(
        t => Ops.Square(Ops.Qr(Ops.Reshape(t[0], [3, 2]), "complete").Q), [6]);

    [Fact]
    public void Says_which_modes_there_are()
    {
        var e = Assert.Throws<ArgumentException>(() => Ops.Qr(Ops.Eye(2), "r"));

        Assert.StartsWith(
            "Qr: expected mode 'reduced' or 'complete'. Received: 'r'.", e.Message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => Ops.Qr(new KerasTensor([null, 2])));
    }
}

public sealed class SVDOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Svd(Ops.Reshape(t[0], [2, 3]), computeUv: false).Value, [6]);
        OpContract.Check(t => Ops.Svd(Ops.Reshape(t[0], [2, 2, 3]), fullMatrices: false)[2].Value, [12]);
        OpContract.Check(t => Ops.Svd(Ops.Reshape(t[0], [2, 2, 2]))[0].Value, [8]);
    }
}

public sealed class FullSvdOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Svd(Ops.Reshape(t[0], [2, 3]))[1].Value, [6]);
        OpContract.CheckShapes(
            t => Ops.Svd(Ops.Reshape(t[0], [3, 1]))[0].Value, Tensor.From([3], [1.0, 2, 2]));
    }

    [Fact]
    public void Refuses_the_gradient_of_what_completes_a_basis() =>
        Assert.Throws<NotSupportedException>(GradientOfVectors);

    private static Tensor GradientOfVectors()
    {
        using var tape = new GradientTape();
        Tensor x = new float[,] { { 1, 2, 3 }, { 4, 5, 7 } };
        tape.Watch(x);
        return tape.Gradient(Ops.Sum(Ops.Svd(x)[2].Value), x);
    }
}

public sealed class LuFactorOpTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(2, 4)]
    public void Keeps_the_contract(int rows, int columns) => OpContract.Check(
        t => Ops.LuFactor(Ops.Reshape(t[0], [2, rows, columns])).Lu, [2 * rows * columns]);

    [Fact]
    public void Says_which_rows_changed_places()
    {
        var (lu, pivots) = Ops.LuFactor(new double[,] { { 1, 2 }, { 2, 2 } });

        Assert.Equal([2, 2, 0.5, 1], lu.ToArray<double>());
        Assert.Equal([1, 1], pivots.ToArray<int>());
        Assert.Throws<ShapeException>(() => Ops.LuFactor(new KerasTensor([null, 1])));
    }
}

public sealed class PivotPlacesOpTests
{
    [Fact]
    public void Rows_that_moved_twice_are_followed() => OpContract.Check(
        t => Ops.LuFactor(Ops.Reshape(t[0], [1, 3, 3])).Lu, Tensor.From([9], [1.0, 2, 4, 3, 1, 2, 2, 9, 5]));
}
