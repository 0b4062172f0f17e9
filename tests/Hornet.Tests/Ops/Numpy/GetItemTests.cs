using Hornet.Testing;

namespace Hornet.Tests;

public sealed class GetItemOpTests
{
    private static readonly Tensor s_places = new[,] { { 1, -1 }, { 0, 1 } };

    [Fact]
    public void Cuts_keep_the_contract()
    {
        OpContract.Check(t => t[0][1], [2, 3]);
        OpContract.Check(t => t[0][.., ^1], [2, 3]);
        OpContract.Check(t => t[0][1..3, TensorIndex.NewAxis, -2], [4, 3, 2]);
        OpContract.Check(t => t[0][TensorIndex.Ellipsis, TensorIndex.Slice(null, 0, -2)], [2, 4]);
        OpContract.Check(t => t[0][TensorIndex.Slice(step: 2), TensorIndex.Slice(-2, -4, -1)], [5, 3]);
        OpContract.Check(t => t[0][0, 1], [2, 3]);
    }

    [Fact]
    public void Picks_keep_the_contract()
    {
        OpContract.Check(t => t[0][s_places], [3, 2]);
        OpContract.Check(t => t[0][.., s_places, 1..], [2, 3, 2]);
        OpContract.Check(t => t[0][s_places, new[] { 0, 2 }], [3, 4, 2]);
        OpContract.Check(t => t[0][new[] { 1, 1 }, .., new[] { 0, -1 }], [2, 3, 2]);
        OpContract.Check(t => t[0][.., 1, TensorIndex.NewAxis, new[] { 0, 0 }], [2, 2, 3]);
        OpContract.Check(t => t[0][TensorIndex.Slice(step: -1), new[] { 1, 0 }], [2, 3]);
        OpContract.Check(t => t[0][new[,] { { true, false, true }, { false, true, true } }], [2, 3, 2]);
    }

    [Fact]
    public void Slices_are_clamped_as_in_Python()
    {
        Tensor x = new[] { 0, 1, 2, 3, 4 };

        Assert.Equal(new[] { 3, 4 }, x[3..9].ToArray<int>());
        Assert.Equal(new[] { 3, 4 }, x[^2..].ToArray<int>());
        Assert.Equal([0], x[^0..].Shape);
        Assert.Equal([0], x[4..2].Shape);
        Assert.Equal([0], x[TensorIndex.Slice(0, 4, -1)].Shape);
        Assert.Equal(new[] { 4, 3, 2, 1, 0 }, x[TensorIndex.Slice(9, null, -1)].ToArray<int>());
        Assert.Equal(new[] { 4, 1 }, x[TensorIndex.Slice(step: -3)].ToArray<int>());
        Assert.Equal(new[] { 0, 1, 2, 3 }, x[TensorIndex.Slice(-9, -1)].ToArray<int>());
    }

    [Fact]
    public void What_is_picked_stands_where_it_was_or_in_front()
    {
        var x = Ops.Zeros([2, 3, 4, 5]);
        int[] two = [0, 1];

        Assert.Equal([2, 2, 5], x[.., two, two].Shape);
        Assert.Equal([2, 3, 5], x[two, .., two].Shape);
        Assert.Equal([2, 3, 4], x[0, .., .., two].Shape);
        Assert.Equal([2, 3, 4, 2, 2], x[TensorIndex.Ellipsis, s_places].Shape);
        Assert.Equal([2, 3, 4], x[TensorIndex.Ellipsis, Tensor.From([], [2])].Shape);
    }

    [Fact]
    public void Masks_take_what_is_true()
    {
        Tensor x = new[,] { { 1, 2 }, { 3, 4 } };

        Assert.Equal(new[] { 2, 3, 4 }, x[x > 1].ToArray<int>());
        Assert.Equal(new[] { 3, 4 }, x[new[] { false, true }].ToArray<int>());
        Assert.Equal(new[] { 2, 4 }, x[.., new[] { false, true }].ToArray<int>());
        Assert.Equal([0, 2], x[new[] { false, false }].Shape);
    }

    [Fact]
    public void Adds_one_node_to_a_graph_and_knows_what_it_can()
    {
        var x = new KerasTensor([null, 5, 16]);
        var y = Assert.IsType<KerasTensor>(x[..5, 3.., TensorIndex.Slice(3, 12, 2)]);

        Assert.Equal([null, 2, 5], y.Shape);
        Assert.Equal("GetItem", y.History!.Value.Operation.ClassName);
        Assert.Equal([null, 1, 5, 16], x[.., TensorIndex.NewAxis, TensorIndex.Ellipsis].Shape);
        Assert.Equal([5, 16], x[5].Shape);
        Assert.Equal([2, 16], x[.., new KerasTensor([2], DType.Int64)] is var z ? z.Shape[1..] : null);
    }

    [Fact]
    public void Unsigned_integers_are_picked_too() =>
        Assert.Equal(new uint[] { 9, 8 }, Tensor.From([2], [8u, 9u])[new[] { 1, 0 }].ToArray<uint>());

    [Fact]
    public void Says_which_place_there_is_not()
    {
        var x = Ops.Zeros([2, 3]);

        Assert.Equal(
            "GetItem: expected indices of axis 1 of size 3 (from -3 to 2). Received: 3.",
            Assert.Throws<ShapeException>(() => x[0, 3]).Message);
        Assert.Equal(
            "GetItem: expected indices of axis 0 of size 2 (from -2 to 1). Received: -3.",
            Assert.Throws<ShapeException>(() => x[new[] { 0, -3 }]).Message);
        Assert.Throws<ShapeException>(() => x[0, 0, 0]);
        Assert.Throws<ShapeException>(() => x[TensorIndex.Ellipsis, 0, TensorIndex.Ellipsis]);
        Assert.Throws<ArgumentException>(() => x[^0]);
        Assert.Throws<ArgumentException>(() => x[TensorIndex.Slice(step: 0)]);
    }

    [Fact]
    public void Says_which_tensors_are_no_indices()
    {
        var x = Ops.Zeros([2, 3]);

        Assert.Throws<ShapeException>(() => x[new float[] { 0 }]);
        Assert.Throws<ShapeException>(() => x[new int[2], new int[3]]);
        Assert.Throws<ShapeException>(() => x[new bool[3]]);
        Assert.Throws<ArgumentException>(() => x[new KerasTensor([2], DType.Bool)]);
    }
}

// The reverse, which the contracts above run in both directions.
public sealed class PutItemOpTests
{
    [Fact]
    public void Adds_up_what_was_picked_twice()
    {
        Tensor x = new float[] { 1, 2, 3 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(new float[] { 2, 0, 1 }, tape.Gradient(x[new[] { 0, 2, 0 }], x).ToArray<float>());
    }
}
