using Hornet.Testing;

namespace Hornet.Tests;

public sealed class GruTests
{
    [Fact]
    public void Symbolic_replayed_and_eager_calls_agree() => OpContract.CheckShapes(
        t => Ops.Gru(t[0], t[1], t[2], t[3]).Sequence,
        LstmTests.Values([2, 3, 2]), LstmTests.Values([2, 6]), LstmTests.Values([2, 6]), LstmTests.Values([2, 6]));

    [Theory]
    [InlineData(1, false)]
    [InlineData(17, true)]
    public void It_computes_the_formula(int units, bool hasBias)
    {
        var x = Ops.Cast(LstmTests.Values([3, 1, 2]), DType.Float32);
        var kernel = Ops.Cast(LstmTests.Values([2, 3 * units]), DType.Float32);
        var recurrent = Ops.Cast(LstmTests.Values([units, 3 * units]), DType.Float32);
        var bias = hasBias ? Ops.Cast(LstmTests.Values([2, 3 * units]), DType.Float32) : null;
        var h = Ops.Cast(LstmTests.Values([3, units]), DType.Float32);

        var fromX = Ops.Split(Ops.Matmul(x[.., 0], kernel) + (bias?[0] ?? 0), 3, axis: 1);
        var fromH = Ops.Split(Ops.Matmul(h, recurrent) + (bias?[1] ?? 0), 3, axis: 1);
        var z = Ops.Sigmoid(fromX[0] + fromH[0]);
        var c = Ops.Tanh(fromX[2] + (Ops.Sigmoid(fromX[1] + fromH[1]) * fromH[2]));
        var expected = (z * h) + ((1 - z) * c);

        var (sequence, last) = Ops.Gru(x, kernel, recurrent, bias, h);

        Assert.Equal(expected.ToArray<float>(), last.ToArray<float>(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(last.ToArray<float>(), sequence.ToArray<float>());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        var (x, kernel) = (LstmTests.Values([2, 3, 2]), LstmTests.Values([2, 6]));
        var recurrent = LstmTests.Values([2, 6]);
        Assert.Throws<ShapeException>(() => Ops.Gru(x, LstmTests.Values([3, 6]), recurrent));
        Assert.Throws<ShapeException>(() => Ops.Gru(x, LstmTests.Values([2, 9]), recurrent));
        Assert.Throws<ShapeException>(() => Ops.Gru(x, kernel, LstmTests.Values([2, 8])));
        Assert.Throws<ShapeException>(() => Ops.Gru(x, kernel, recurrent, LstmTests.Values([6])));
        Assert.Throws<ShapeException>(() => Ops.Gru(x, kernel, recurrent, state: LstmTests.Values([2, 3])));
        Assert.Throws<ShapeException>(() => Ops.Gru(x, kernel, recurrent, mask: Ops.Ones([3, 2], DType.Bool)));
    }
}

public sealed class GruGradientTests
{
    [Theory]
    [InlineData(false, false, false, false)]
    [InlineData(true, true, false, true)]
    [InlineData(true, true, true, false)]
    [InlineData(true, false, true, true)]
    public void Gradients_and_their_gradients_are_slopes(bool hasBias, bool hasState, bool hasMask, bool goBackwards)
    {
        var mask = hasMask ? Tensor.From([2, 3], [true, false, true, true, true, false]) : null;
        Shape[] shapes =
        [
            [2, 3, 2], [2, 6], [2, 6], .. hasBias ? [[2, 6]] : Array.Empty<Shape>(),
            .. hasState ? [[2, 2]] : Array.Empty<Shape>(),
        ];

        OpContract.Check(
            t =>
            {
                var state = hasState ? t[^1] : null;
                var (sequence, h) = Ops.Gru(t[0], t[1], t[2], hasBias ? t[3] : null, state, mask, goBackwards);
                return Ops.Concatenate([sequence, Ops.ExpandDims(h, 1)], axis: 1);
            },
            shapes);
    }

    [Fact]
    public void Many_units_have_the_gradients_of_few()
    {
        // More units than a vector has elements, and a rest.
        OpContract.Check(
            t => Ops.Gru(t[0], t[1], t[2]).Sequence, [[1, 2, 2], [2, 15], [5, 15]]);
    }
}
