using Hornet.Testing;

namespace Hornet.Tests;

public sealed class MaximumOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Maximum(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Gives_half_of_the_gradient_to_each_of_two_equal_elements()
    {
        using var tape = new GradientTape();
        Tensor x = new float[] { 1, 2, 3 };
        tape.Watch(x);

        Assert.Equal([0, 0.5f, 1], tape.Gradient(Ops.Maximum(x, 2), x).ToArray<float>());
    }

    [Fact]
    public void Of_unsigned_integers() =>
        Assert.Equal([3u, 2u], Ops.Maximum(Tensor.From([2], [3u, 1u]), 2).ToArray<uint>());
}

public sealed class MinimumOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Minimum(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Is_not_a_number_where_either_is_not() => Assert.Equal(
        [float.NaN, float.NaN], Ops.Minimum(new[] { float.NaN, 1 }, new[] { 1, float.NaN }).ToArray<float>());
}

public sealed class ClipOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Clip(t[0], -0.5, 0.5), [2, 3]);
        OpContract.Check(t => Ops.Clip(t[0], null, 0.5), [2, 3]);
        OpContract.Check(t => Ops.Clip(t[0], 0.1, null), [2, 3]);
        OpContract.Check(t => Ops.Clip(t[0], null, null), [2, 3]);
        OpContract.Check(t => Ops.Clip(t[0], t[1], 2), [2, 3], [3]);
    }

    [Fact]
    public void Keeps_the_dtype_where_the_limits_allow()
    {
        Assert.Equal([0, 3], Ops.Clip(new[] { -1, 5 }, 0, 3).ToArray<int>());
        Assert.Equal([0.5f, 3.5f], Ops.Clip(new[] { -1, 5 }, 0.5, 3.5).ToArray<float>());
        Assert.Equal([1], Ops.Clip(new[] { true }, 0, 3).ToArray<int>());
        Assert.Equal([(ushort)3], Ops.Clip(Tensor.From([1], [(ushort)5]), 0, 3).ToArray<ushort>());
        Assert.Equal([(byte)5], Ops.Clip(Tensor.From([1], [(byte)5]), -1, 300).ToArray<byte>());
    }

    [Fact]
    public void Gives_half_of_the_gradient_on_the_edge()
    {
        using var tape = new GradientTape();
        Tensor x = new[] { -1f, 0, 0.5f, 1, 2 };
        tape.Watch(x);

        Assert.Equal([0, 0.5f, 1, 0.5f, 0], tape.Gradient(Ops.Clip(x, 0, 1), x).ToArray<float>());
    }
}
