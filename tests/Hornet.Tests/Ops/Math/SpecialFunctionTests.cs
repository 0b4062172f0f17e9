using Hornet.Testing;

namespace Hornet.Tests;

public sealed class RsqrtOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Rsqrt(t[0]), Tensor.From([3], [0.5, 1, 4]));

    [Fact]
    public void Refuses_integers()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Rsqrt(new[] { 4 }));

        Assert.Equal("Rsqrt: expected a tensor of floats. Received: x=int32(1,).", e.Message);
    }
}

public sealed class ErfOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Erf(t[0]), [2, 3]);
}

public sealed class ErfcOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Erfc(t[0]), [2, 3]);

    [Fact]
    public void Is_exact_where_it_is_small() => Assert.Equal(1.5374597e-12f, Ops.Erfc(5f).Item<float>(), 1e-17f);
}

public sealed class ErfinvOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Erfinv(t[0]), Tensor.From([3], [-0.5, 0.1, 0.7]));

    [Fact]
    public void Undoes_the_error_function() =>
        Assert.Equal([0.25f], Ops.Erfinv(Ops.Erf(new[] { 0.25f })).ToArray<float>());
}

public sealed class GammaincOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(
        t => Ops.Gammainc(t[0], t[1]), Tensor.From([2, 1], [0.7, 2.5]), Tensor.From([2], [0.4, 3]));

    [Fact]
    public void Of_one_is_the_exponential_distribution() =>
        Assert.Equal(1 - MathF.Exp(-2), Ops.Gammainc(1f, 2f).Item<float>(), 1e-6f);
}
