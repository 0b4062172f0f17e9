using Hornet.Testing;

namespace Hornet.Tests;

public sealed class OneHotOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(
        t => Ops.OneHot(t[0], 4, axis: 1), Tensor.From([2, 3], [0.0, 1, 2, 3, 4, -1]));

    [Fact]
    public void What_is_no_class_is_all_zeros()
    {
        Assert.Equal(new float[] { 0, 1, 0, 0, 0, 0 }, Ops.OneHot(new[] { 1, -1 }, 3).ToArray<float>());
        Assert.Equal(new float[3], Ops.OneHot(new[] { 0.5f }, 3).ToArray<float>());
        Assert.Equal(new[] { false, true }, Ops.OneHot(new ulong[] { 1 }, 2, dtype: DType.Bool).ToArray<bool>());
    }

    [Fact]
    public void The_classes_may_stand_in_any_axis()
    {
        Assert.Equal([5, 2, 3], Ops.OneHot(new int[2, 3], 5, axis: 0).Shape);
        Assert.Equal([2, 3, 5], Ops.OneHot(new int[2, 3], 5, axis: 2).Shape);
        Assert.Equal([null, 5, 3], Ops.OneHot(new KerasTensor([null, 3], DType.Int32), 5, axis: -2).Shape);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.OneHot(new int[2], 3, axis: 2));
        Assert.Throws<ShapeException>(() => Ops.OneHot(new int[2], -1));
    }
}

public sealed class MultiHotOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(
        t => Ops.MultiHot(t[0], 4), Tensor.From([2, 3], [0.0, 1, 2, 3, 4, -1]));

    [Fact]
    public void Marks_every_class_of_a_set_once()
    {
        Assert.Equal(new float[] { 1, 0, 0, 1 }, Ops.MultiHot(new[] { 0, 3, 3, -1 }, 4).ToArray<float>());
        Assert.Equal(
            new[] { 1, 0, 1, 1 },
            Ops.MultiHot(new[,] { { 0, 0 }, { 1, 0 } }, 2, dtype: DType.Int32).ToArray<int>());
    }
}
