using Hornet.Programs;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ReshapeOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Reshape(t[0], [3, 2]), [2, 3]);
        OpContract.Check(t => Ops.Reshape(t[0], [-1, 2, 2]), [3, 4]);
        OpContract.Check(t => Ops.Reshape(t[0], []), [1, 1]);
    }

    [Fact]
    public void An_open_axis_follows_from_the_others()
    {
        Assert.Equal([6], Ops.Reshape(Ops.Ones([2, 3]), -1).Shape);
        Assert.Equal([3, 2], Ops.Reshape(Ops.Ones([2, 3]), [3, null]).Shape);
        Assert.Equal([0, 4], Ops.Reshape(Ops.Ones([0, 8]), [-1, 4]).Shape);
        Assert.Equal([null, 4], Ops.Reshape(new KerasTensor([null, 6]), [-1, 4]).Shape);
        Assert.Equal([24], Ops.Reshape(new KerasTensor([2, 3, 4]), [-1]).Shape);
    }

    [Fact]
    public void Takes_a_shape_with_an_axis_of_unknown_size() =>
        Assert.Equal([2, 3], Ops.Reshape(Ops.Ones([6]), new KerasTensor([null, 3]).Shape).Shape);

    [Fact]
    public void Says_what_does_not_fit()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Reshape(Ops.Ones([2, 3]), [4, -1]));

        Assert.Equal(
            "Reshape: expected a shape that the 6 elements of x fill. " +
            "Received: x=float32(2, 3), newshape=(4, -1).", e.Message);
        Assert.Throws<ShapeException>(() => Ops.Reshape(Ops.Ones([2, 3]), [-1, -1]));
        Assert.Throws<ShapeException>(() => Ops.Reshape(Ops.Ones([0]), [-1, 0]));
        Assert.Throws<ArgumentException>(() => Ops.Reshape(Ops.Ones([2, 3]), [-2, 3]));
    }
}

public sealed class ReshapeToOpTests
{
    [Fact]
    public void A_tensor_of_known_numbers_is_as_good_as_a_shape() => OpContract.Check(
        t => Ops.Reshape(t[0], Tensor.From([2], [3, -1])), [2, 3]);

    [Fact]
    public void A_program_takes_the_shape_from_its_inputs()
    {
        var program = new CompiledFunction(inputs =>
        {
            using var tape = new GradientTape();
            tape.Watch(inputs[0]);
            var z = Ops.Reshape(inputs[0], inputs[1]);
            return [z, tape.Gradient(z * z, inputs[0])];
        });

        var results = program.Invoke(Tensor.From([2, 3], [1f, 2, 3, 4, 5, 6]), Tensor.From([2], [-1, 2]));

        Assert.Equal([3, 2], results[0].Shape);
        Assert.Equal([2f, 4, 6, 8, 10, 12], results[1].ToArray<float>());
        Assert.Equal([2, 3], results[1].Shape);
    }

    [Fact]
    public void The_data_of_a_tensor_are_the_shape()
    {
        Tensor newshape = new[] { 2, -1 };
        var rows = new KerasTensor([2], DType.Int32);

        Assert.Equal([2, 3], Ops.Reshape(Ops.Ones([6]), newshape).Shape);
        Assert.Equal([null, null], Ops.Reshape(new KerasTensor([null, 20]), rows).Shape);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Tensor wrong = new[] { 4, -1 };
        var program = new CompiledFunction(inputs => [Ops.Reshape(inputs[0], inputs[1])]);
        var e = Assert.Throws<ShapeException>(
            () => program.Invoke(Tensor.From([2, 3], new float[6]), Tensor.From([2], [4, -1])));

        Assert.Equal(
            "Reshape: expected a shape that the 6 elements of x fill. " +
            "Received: x=(2, 3), newshape=(4, -1).", e.Message);
        Assert.Throws<ShapeException>(() => Ops.Reshape(Ops.Ones([2, 3]), wrong));
        Assert.Throws<ShapeException>(() => Ops.Reshape(Ops.Ones([6]), new KerasTensor([null], DType.Int32)));
        Assert.Throws<ShapeException>(() => Ops.Reshape(Ops.Ones([6]), new KerasTensor([2])));
    }
}

public sealed class RavelOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Ravel(t[0]), [2, 3]);

    [Fact]
    public void Of_a_scalar_has_one_axis() => Assert.Equal([1], Ops.Ravel(2.0).Shape);
}

public sealed class TransposeOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Transpose(t[0]), [2, 3, 4]);
        OpContract.Check(t => Ops.Transpose(t[0], axes: [1, -1, 0]), [2, 3, 4]);
    }

    [Fact]
    public void Says_what_is_no_order_of_the_axes()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Transpose(Ops.Ones([2, 3]), axes: [0, 0]));

        Assert.Equal("Transpose: expected each axis of x once. Received: axes=(0, 0), x of shape (2, 3).", e.Message);
        Assert.Throws<ShapeException>(() => Ops.Transpose(Ops.Ones([2, 3]), axes: [0]));
        Assert.Throws<ShapeException>(() => Ops.Transpose(Ops.Ones([2, 3]), axes: [0, 2]));
    }
}

public sealed class SwapaxesOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Swapaxes(t[0], 0, -1), [2, 3, 4]);

    [Fact]
    public void Says_which_axis_there_is_not() =>
        Assert.Throws<ShapeException>(() => Ops.Swapaxes(Ops.Ones([2, 3]), 5, 0));
}

public sealed class MoveaxisOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Moveaxis(t[0], -1, 0), [2, 3, 4]);
        OpContract.Check(t => Ops.Moveaxis(t[0], [0, 1], [-1, 0]), [2, 3, 4]);
    }

    [Fact]
    public void The_other_axes_keep_their_order() =>
        Assert.Equal([4, 5, 2, 3], Ops.Moveaxis(Ops.Ones([2, 3, 4, 5]), [0, 1], [-2, -1]).Shape);

    [Fact]
    public void Says_what_has_no_destination()
    {
        Assert.Throws<ShapeException>(() => Ops.Moveaxis(Ops.Ones([2, 3]), [0, 1], [1]));
        Assert.Throws<ShapeException>(() => Ops.Moveaxis(Ops.Ones([2, 3]), [0, 0], [0, 1]));
    }
}

public sealed class BroadcastToOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.BroadcastTo(t[0], [2, 3, 4]), [3, 1]);
}

public sealed class SumToOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.SumTo(t[0], [3, 1]), [2, 3, 4]);
}

public sealed class SqueezeOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Squeeze(Ops.Reshape(t[0], [1, 3, 1]), axis: [0, -1]), [3]);
        OpContract.Check(t => Ops.Squeeze(t[0]), [2, 3]);
    }

    [Fact]
    public void Says_which_axis_is_not_of_size_1() =>
        Assert.Throws<ShapeException>(() => Ops.Squeeze(Ops.Ones([1, 3]), axis: 1));

    [Fact]
    public void Drops_no_axis_whose_size_is_not_known()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Squeeze(new KerasTensor([null, 1]), axis: 0));

        Assert.Equal(
            "Squeeze: expected axis 0 known to be of size 1. Received: x=float32(None, 1).", e.Message);
        Assert.Equal([null], Ops.Squeeze(new KerasTensor([null, 1])).Shape);
    }
}
