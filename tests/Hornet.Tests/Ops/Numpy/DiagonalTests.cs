using Hornet.Testing;

namespace Hornet.Tests;

public sealed class DiagonalOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Diagonal(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Diagonal(t[0], offset: 1, axis1: -1, axis2: 0), [3, 2, 3]);
        OpContract.Check(t => Ops.Diagonal(t[0], offset: -1), [2, 3]);
    }

    [Fact]
    public void May_be_empty() => Assert.Equal([0], Ops.Diagonal(Ops.Ones([2, 2]), offset: 5).Shape);

    [Fact]
    public void Says_what_is_no_matrix()
    {
        Assert.Throws<ShapeException>(() => Ops.Diagonal(Ops.Ones([2])));
        Assert.Throws<ShapeException>(() => Ops.Diagonal(Ops.Ones([2, 2]), axis1: 1, axis2: -1));
    }
}

public sealed class PutDiagonalOpTests
{
    [Fact]
    public void Is_the_gradient_of_a_diagonal()
    {
        Tensor x = new float[,] { { 1, 2 }, { 3, 4 } };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(new float[] { 0, 1, 0, 0 }, tape.Gradient(Ops.Diagonal(x, 1), x).ToArray<float>());
    }
}

public sealed class TraceOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Trace(t[0], axis1: 1, axis2: 2), [2, 3, 3]);

    [Fact]
    public void Small_integers_add_up_in_32_bits() =>
        Assert.Equal(200, Ops.Trace(new sbyte[,] { { 100, 0 }, { 0, 100 } }).Item<int>());
}

public sealed class DiagOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Diag(t[0], -1), [3]);
        OpContract.Check(t => Ops.Diag(t[0], 1), [3, 3]);
    }

    [Fact]
    public void Says_what_is_neither_vector_nor_matrix() =>
        Assert.Throws<ShapeException>(() => Ops.Diag(Ops.Ones([2, 2, 2])));
}

public sealed class DiagflatOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Diagflat(t[0], 1), [2, 2]);
}

public sealed class EmbedDiagonalOpTests
{
    [Fact]
    public void Puts_a_vector_on_a_diagonal() =>
        Assert.Equal(new[] { 0, 7, 0, 0 }, Ops.Diag(new[] { 7 }, 1).ToArray<int>());
}
