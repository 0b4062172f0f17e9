using Hornet.Testing;

namespace Hornet.Tests;

public sealed class FullOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Full([2, 3], t[0], DType.Float64), [3]);

    [Fact]
    public void Is_of_floatx_where_no_dtype_is_given()
    {
        Assert.Equal(new[] { 3f, 3f }, Ops.Full([2], 3).ToArray<float>());
        Assert.Equal(new uint[] { 0, 0 }, Ops.Zeros([2], DType.UInt32).ToArray<uint>());
        Assert.True(Ops.Ones([], DType.Bool).Item<bool>());
        Assert.Equal([2, 0, 3], Ops.Ones([2, 0, 3]).Shape);
        Assert.Equal(new float[2], Ops.Empty([2]).ToArray<float>());
    }

    [Fact]
    public void Says_what_is_no_shape_of_data()
    {
        Assert.Throws<ShapeException>(() => Ops.Zeros([null, 3]));
        Assert.Throws<ShapeException>(() => Ops.Full([2], new float[3]));
    }
}

public sealed class FullLikeOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.FullLike(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Is_of_the_dtype_of_the_tensor_where_none_is_given()
    {
        Assert.Equal(new[] { 2, 2 }, Ops.FullLike(new[] { 5, 6 }, 2.7).ToArray<int>());
        Assert.Equal(DType.BFloat16, Ops.FullLike(new[] { 5, 6 }, 2.7, DType.BFloat16).DType);
    }

    [Fact]
    public void Says_what_does_not_broadcast() =>
        Assert.Throws<ShapeException>(() => Ops.FullLike(new float[2], new float[3]));
}

public sealed class EmptyLikeOpTests
{
    [Fact]
    public void Has_shape_and_dtype_of_the_tensor()
    {
        Assert.Equal(new TensorSpec([2, 3], DType.Int32), Ops.EmptyLike(new int[2, 3]).Spec);
        Assert.Equal(DType.Float16, Ops.EmptyLike(new KerasTensor([2]), DType.Float16).DType);
    }
}

public sealed class ZerosLikeOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.ZerosLike(t[0]), [2, 3]);
}

public sealed class OnesLikeOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.OnesLike(t[0]), [2, 3]);
}

public sealed class ArangeTests
{
    [Fact]
    public void Counts_up_to_the_stop()
    {
        Assert.Equal(new[] { 0, 1, 2 }, Ops.Arange(3).ToArray<int>());
        Assert.Equal(new[] { 3, 5 }, Ops.Arange(3, 7, 2).ToArray<int>());
        Assert.Equal(new[] { 5, 3, 1 }, Ops.Arange(5, 0, -2).ToArray<int>());
        Assert.Equal(new[] { 0f, 0.25f, 0.5f, 0.75f }, Ops.Arange(0, 1, 0.25).ToArray<float>());
        Assert.Equal([0], Ops.Arange(5, 0).Shape);
    }

    [Fact]
    public void Has_the_dtype_that_is_given()
    {
        Assert.Equal(new[] { (Half)0, (Half)1 }, Ops.Arange(2, dtype: DType.Float16).ToArray<Half>());
        Assert.Equal(new double[] { 0, 1 }, Ops.Arange(2, dtype: DType.Float64).ToArray<double>());
        Assert.Equal(DType.Int64, Ops.Arange(Tensor.From([], [2L])).DType);
    }

    [Fact]
    public void Says_what_it_cannot_count_with()
    {
        Assert.Throws<ArgumentException>(() => Ops.Arange(4, dtype: DType.Bool));
        Assert.Throws<ArgumentException>(() => Ops.Arange(0, 4, 0));
        Assert.Throws<InvalidOperationException>(() => Ops.Arange(new KerasTensor([], DType.Int32)));
    }
}

public sealed class EyeTests
{
    [Fact]
    public void Has_ones_on_a_diagonal()
    {
        Assert.Equal(new float[] { 0, 1, 0, 0, 0, 1 }, Ops.Eye(2, 3, k: 1).ToArray<float>());
        Assert.Equal(new[] { 1, 0, 0, 1 }, Ops.Identity(2, DType.Int32).ToArray<int>());
        Assert.Equal(new[] { false, false, true, false }, Ops.Eye(2, k: -1, dtype: DType.Bool).ToArray<bool>());
    }

    [Fact]
    public void Says_what_is_no_size() => Assert.Throws<ArgumentException>(() => Ops.Eye(-1));

    [Fact]
    public void A_triangle_has_ones_below_it() =>
        Assert.Equal(new float[] { 1, 1, 0, 1, 1, 1 }, Ops.Tri(2, 3, k: 1).ToArray<float>());
}

public sealed class LinspaceOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Linspace(t[0], t[1], num: 4), [2, 1], [3]);
        OpContract.Check(t => Ops.Linspace(t[0], 2.0, num: 3, endpoint: false, axis: -1), [2]);
    }

    [Fact]
    public void Meets_both_ends()
    {
        Assert.Equal(new[] { 0f, 2.5f, 5f, 7.5f, 10f }, Ops.Linspace(0, 10, num: 5).ToArray<float>());
        Assert.Equal(new[] { -1, 0, 2 }, Ops.Linspace(-1.0, 2.0, num: 3, dtype: DType.Int32).ToArray<int>());
        Assert.Equal([0], Ops.Linspace(0, 1, num: 0).Shape);
        Assert.Equal(3f, Ops.Linspace(3, 5, num: 1).Item<float>());
    }

    [Fact]
    public void Gives_the_step_where_asked()
    {
        Ops.Linspace(0, 1, out var step, num: 5);
        Ops.Linspace(0, 1, out var none, num: 1);

        Assert.Equal(0.25f, step.Item<float>());
        Assert.Equal(float.NaN, none.Item<float>());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Ops.Linspace(0, 1, num: -1));
        Assert.Throws<ShapeException>(() => Ops.Linspace(new float[2], new float[3]));
    }
}
