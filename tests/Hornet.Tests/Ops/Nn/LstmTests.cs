using Hornet.Testing;

namespace Hornet.Tests;

public sealed class LstmTests
{
    [Fact]
    public void Symbolic_replayed_and_eager_calls_agree() => OpContract.CheckShapes(
        t => Ops.Lstm(t[0], t[1], t[2], t[3]).Sequence, Values([2, 3, 2]), Values([2, 8]), Values([2, 8]), Values([8]));

    internal static EagerTensor Values(Shape shape)
    {
        var random = new Random(1);
        double[] values = [.. Enumerable.Range(0, (int)shape.Size).Select(_ => random.NextDouble() - 0.5)];
        return Tensor.From(shape, values);
    }
}

public sealed class LstmGradientTests
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void Gradients_and_their_gradients_are_slopes(bool hasState, bool hasMask, bool goBackwards)
    {
        var mask = hasMask ? Tensor.From([2, 3], [true, false, true, true, true, false]) : null;
        Shape[] shapes = [[2, 3, 2], [2, 8], [2, 8], [8], .. hasState ? [[2, 2], [2, 2]] : Array.Empty<Shape>()];

        OpContract.Check(
            t =>
            {
                var state = hasState ? (t[4], t[5]) : default((Tensor, Tensor)?);
                var (sequence, h, c) = Ops.Lstm(t[0], t[1], t[2], t[3], state, mask, goBackwards);
                return Ops.Concatenate([sequence, Ops.ExpandDims(h, 1), Ops.ExpandDims(c, 1)], axis: 1);
            },
            shapes);
    }

    [Fact]
    public void Many_units_have_the_gradients_of_few()
    {
        // More units than a vector has elements, and a rest.
        OpContract.Check(
            t => Ops.Lstm(t[0], t[1], t[2], t[3]).Sequence, [[1, 2, 2], [2, 20], [5, 20], [20]]);
    }
}
