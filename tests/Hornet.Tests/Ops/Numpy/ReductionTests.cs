using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SumOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Sum(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Sum(t[0], axis: [0, -1]), [2, 3, 2]);
        OpContract.Check(t => Ops.Sum(t[0], axis: 1, keepdims: true), [2, 3, 2]);
        OpContract.Check(t => Ops.Sum(t[0], axis: Axes.Create([])), [2, 3]);
    }

    [Fact]
    public void Of_small_integers_is_of_32_bits()
    {
        Assert.Equal(510u, Ops.Sum(new byte[] { 255, 255 }).Item<uint>());
        Assert.Equal(2, Ops.Sum(new[] { true, true }).Item<int>());
        Assert.Equal(-2, Ops.Sum(new sbyte[] { -1, -1 }).Item<int>());
        Assert.Equal(3ul, Ops.Sum(new ulong[] { 1, 2 }).Item<ulong>());
    }

    [Fact]
    public void Of_nothing_is_zero() => Assert.Equal([0, 0, 0], Ops.Sum(new float[0, 3], axis: 0).ToArray<float>());

    [Fact]
    public void Says_which_axes_there_are()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Sum(new float[2], axis: 1));

        Assert.Equal("Sum: expected an axis of a tensor of shape (2,) (rank 1). Received: axis=1.", e.Message);
    }
}

public sealed class MeanOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Mean(t[0], axis: -1), [2, 3]);
        OpContract.Check(t => Ops.Mean(t[0]), [2, 3]);
    }

    [Fact]
    public void Of_integers_is_a_float() => Assert.Equal(1.5f, Ops.Mean(new[] { 1, 2 }).Item<float>());
}

public sealed class ProdOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Prod(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Prod(t[0], axis: [0, -1]), [2, 3, 2]);
        OpContract.Check(t => Ops.Prod(t[0], axis: 1, keepdims: true), [2, 3]);
    }

    [Fact]
    public void The_gradient_knows_zeros()
    {
        using var tape = new GradientTape();
        Tensor x = new float[,] { { 2, 3, 4 }, { 2, 0, 4 }, { 0, 0, 4 } };
        tape.Watch(x);

        Assert.Equal([12, 8, 6, 0, 8, 0, 0, 0, 0], tape.Gradient(Ops.Prod(x, axis: 1), x).ToArray<float>());
    }

    [Fact]
    public void Multiplies_in_a_dtype_of_ones_choice()
    {
        Assert.Equal(DType.Float16, Ops.Prod(new[] { 2, 3 }, dtype: DType.Float16).DType);
        Assert.Equal(65025u, Ops.Prod(new byte[] { 255, 255 }).Item<uint>());
        Assert.Equal(1f, Ops.Prod(Array.Empty<float>()).Item<float>());
    }
}

public sealed class MaxOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Max(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Max(t[0], axis: [0, -1], keepdims: true), [2, 3, 2]);
        OpContract.Check(t => Ops.Max(t[0], axis: 1, initial: 0.3), [2, 3]);
    }

    [Fact]
    public void Equal_elements_share_the_gradient()
    {
        using var tape = new GradientTape();
        Tensor x = new float[,] { { 1, 3, 3 }, { 1, 2, 3 } };
        tape.Watch(x);

        Assert.Equal([0, 0.5f, 0.5f, 0, 0, 1], tape.Gradient(Ops.Max(x, axis: 1), x).ToArray<float>());
    }

    [Fact]
    public void The_initial_value_is_the_result_of_nothing()
    {
        Assert.Equal([1, 1, 1], Ops.Max(new float[0, 3], axis: 0, initial: 1).ToArray<float>());
        Assert.Equal(Shape.Create([1, 1]), Ops.Max(new float[1, 0], keepdims: true, initial: 1).Shape);

        var e = Assert.Throws<ShapeException>(() => Ops.Max(new float[0, 3], axis: 0));
        Assert.Equal("Max: expected at least one element to reduce. Received: x=float32(0, 3).", e.Message);
    }

    [Fact]
    public void Is_not_a_number_where_any_element_is_not() =>
        Assert.Equal(float.NaN, Ops.Max(new[] { 1, float.NaN, 3 }).Item<float>());
}

public sealed class MinOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Min(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Min(t[0], axis: 1, initial: 0.3), [2, 3]);
    }

    [Fact]
    public void Of_unsigned_integers() => Assert.Equal(1u, Ops.Min(new uint[] { 3, 1 }).Item<uint>());
}

public sealed class AmaxOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Amax(t[0], axis: 1), [2, 3]);
}

public sealed class AminOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Amin(t[0], axis: 1, keepdims: true), [2, 3]);
}

public sealed class ArgmaxOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        var x = Tensor.From([2, 3], [1.0, 3, 3, -1, -5, 0]);
        OpContract.CheckShapes(t => Ops.Argmax(t[0]), x);
        OpContract.CheckShapes(t => Ops.Argmax(t[0], keepdims: true), x);
        OpContract.CheckShapes(t => Ops.Argmax(t[0], axis: -1, keepdims: true), x);
        OpContract.CheckShapes(t => Ops.Argmax(t[0], axis: 0), x);
    }

    [Fact]
    public void Gives_the_first_of_equals_and_what_is_not_a_number_before_all()
    {
        Assert.Equal([1, 2], Ops.Argmax(new float[,] { { 1, 3, 3 }, { -1, -5, 0 } }, axis: 1).ToArray<int>());
        Assert.Equal(1, Ops.Argmax(new[] { 1, float.NaN, 3 }).Item<int>());
        Assert.Equal(1, Ops.Argmax(new[] { false, true, true }).Item<int>());
        Assert.Equal(1, Ops.Argmax(new ushort[] { 1, 3, 3 }).Item<int>());
    }

    [Fact]
    public void Needs_an_element()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Argmax(Array.Empty<float>()));

        Assert.Equal("Argmax: expected at least one element to look at. Received: x=float32(0,).", e.Message);
    }
}

public sealed class ArgminOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Argmin(t[0], axis: -1), Tensor.From([2, 3], [1.0, 3, 3, -1, -5, 0]));

    [Fact]
    public void Gives_the_first_of_equals() => Assert.Equal(0, Ops.Argmin(new[] { 1, 1, 3 }).Item<int>());
}

public sealed class ReductionsOfViewsTests
{
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float16)]
    public void Have_the_bits_of_a_program(DType dtype)
    {
        var x = Compiled.Values([40, 30, 20], hasSpecial: false);
        Compiled.GivesTheBitsOf(
            t =>
            {
                var view = Ops.Transpose(Ops.Cast(t[0], dtype), [2, 0, 1]);
                return
                [
                    Ops.Sum(view, axis: 0), Ops.Mean(view, axis: [0, 1]), Ops.Var(view, axis: 1),
                    Ops.Prod(view, axis: 0), Ops.Logsumexp(view, axis: 2), Ops.Sum(view), Ops.SumTo(view, [30]),
                    Ops.Mean(Ops.BroadcastTo(view[..1], [20, 40, 30]), axis: [0, 1]),
                ];
            },
            x);
    }
}

public sealed class VarOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Var(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Var(t[0], axis: [0, -1], keepdims: true), [2, 3, 2]);
    }

    [Fact]
    public void Of_integers_is_a_float() => Assert.Equal(0.25f, Ops.Var(new[] { 1, 2 }).Item<float>());
}

public sealed class StdOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Std(t[0], axis: 1), [2, 3]);
}

public sealed class ExpandDimsOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.ExpandDims(t[0], axis: [0, -1]), [2, 3]);
}
