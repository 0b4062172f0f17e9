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
    [Fact]
    public void Is_the_slope()
    {
        const double Step = 1e-5;
        var (x, kernel) = (LstmTests.Values([2, 3, 2]), LstmTests.Values([2, 8]));
        double Loss(Tensor input) => Ops.Sum(Output(input)).Item<double>();
        Tensor Output(Tensor input) => Ops.Lstm(input, kernel, kernel).Sequence;

        using var tape = new GradientTape();
        tape.Watch(x);
        var gradient = tape.Gradient(Ops.Sum(Output(x)), x).ToArray<double>();

        for (var i = 0; i < gradient.Length; i++)
        {
            var nudge = new double[gradient.Length];
            nudge[i] = Step;
            var by = Tensor.From(x.Shape, nudge);
            Assert.Equal((Loss(x + by) - Loss(x - by)) / (2 * Step), gradient[i], 1e-6);
        }
    }
}
