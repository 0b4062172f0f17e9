using Hornet.Testing;

namespace Hornet.Tests;

public sealed class RecurrentTests
{
    public enum Kind
    {
        Lstm,
        Gru,
        ResettingGru,
        SimpleRnn,
    }

    public static TheoryData<Kind, bool, bool, bool, bool> Variants
    {
        get
        {
            var data = new TheoryData<Kind, bool, bool, bool, bool>();
            foreach (var kind in Enum.GetValues<Kind>())
            {
                data.Add(kind, true, false, false, false);
                data.Add(kind, false, true, false, true);
                data.Add(kind, true, true, true, false);
                data.Add(kind, true, false, true, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Symbolic_replayed_and_eager_calls_agree_and_gradients_are_slopes(
        Kind kind, bool hasBias, bool hasState, bool hasMask, bool goBackwards)
    {
        var mask = hasMask ? Tensor.From([2, 3], [true, false, true, true, true, false]) : null;
        OpContract.Check(
            t => Joined(Apply(kind, t, hasBias, hasState, mask, goBackwards)),
            Shapes(kind, (2, 3, 2, 2), hasBias, hasState));
    }

    [Theory]
    [InlineData(Kind.Lstm, DType.Float64)]
    [InlineData(Kind.Gru, DType.Float64)]
    [InlineData(Kind.ResettingGru, DType.Float64)]
    [InlineData(Kind.SimpleRnn, DType.Float64)]
    [InlineData(Kind.Lstm, DType.Float32)]
    [InlineData(Kind.Gru, DType.Float32)]
    [InlineData(Kind.ResettingGru, DType.Float32)]
    [InlineData(Kind.SimpleRnn, DType.Float32)]
    public void Sizes_of_every_kind_of_panel_give_what_the_steps_in_ops_give(Kind kind, DType dtype)
    {
        foreach (var (batch, units) in new[] { (1, 16), (5, 17), (23, 24), (37, 67) })
        {
            var shapes = Shapes(kind, (batch, 4, 3, units), hasBias: true, hasState: true);
            var inputs = shapes.Select((shape, i) => Ops.Cast(Values(shape, i), dtype)).ToArray();
            var (fused, gradients) = Both(() => Joined(Apply(kind, inputs, true, true, null, false)), inputs);
            var (steps, slopes) = Both(() => StepByStep(kind, inputs), inputs);
            AssertClose(steps, fused, dtype);
            foreach (var (slope, gradient) in slopes.Zip(gradients))
            {
                AssertClose(slope, gradient, dtype);
            }
        }
    }

    [Theory]
    [InlineData(Kind.Lstm)]
    [InlineData(Kind.Gru)]
    [InlineData(Kind.ResettingGru)]
    [InlineData(Kind.SimpleRnn)]
    public void Half_precision_is_summed_up_in_single(Kind kind)
    {
        Tensor[] inputs = [.. Shapes(kind, (2, 3, 2, 4), true, false).Select((shape, i) => (Tensor)Values(shape, i))];
        var halves = inputs.Select(x => Ops.Cast(x, DType.Float16)).ToArray();
        var y = Joined(Apply(kind, halves, true, false, null, false));
        Assert.Equal(DType.Float16, y.DType);
        var wide = Joined(Apply(kind, [.. halves.Select(x => Ops.Cast(x, DType.Float32))], true, false, null, false));
        Assert.Equal(Ops.Cast(wide, DType.Float16).ToArray<Half>(), y.ToArray<Half>());
    }

    [Fact]
    public void Numbers_far_from_zero_saturate_and_NaN_stays()
    {
        Tensor x = new[,] { { -1e9f }, { -200 }, { 0 }, { 200 }, { float.PositiveInfinity }, { float.NaN } };
        var (_, h) = Ops.SimpleRnn(Ops.ExpandDims(x, 1), Ops.Ones([1, 1]), Ops.Zeros([1, 1]));
        Assert.Equal([-1, -1, 0, 1, 1, float.NaN], h.ToArray<float>());
    }

    [Fact]
    public void A_recurrent_kernel_of_other_columns_is_refused()
    {
        var error = Assert.Throws<ShapeException>(() =>
            Ops.Gru(Values([2, 3, 2]), Values([2, 6]), Values([2, 8])));
        Assert.Contains("(2, 6)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_another_size_is_refused() => Assert.Throws<ShapeException>(() =>
        Ops.Gru(Values([2, 3, 2]), Values([2, 6]), Values([2, 6]), state: Values([2, 3])));

    [Fact]
    public void No_step_leaves_the_state()
    {
        var (sequence, h) = Ops.SimpleRnn(Ops.Zeros([2, 0, 3]), Values([3, 4]), Values([4, 4]), h: Ops.Ones([2, 4]));
        Assert.Equal([2, 0, 4], sequence.Shape);
        Assert.Equal(Enumerable.Repeat(1f, 8), h.ToArray<float>());
    }

    private static Tensor[] Apply(
        Kind kind, Tensor[] t, bool hasBias, bool hasState, Tensor? mask, bool goBackwards)
    {
        var bias = hasBias ? t[3] : null;
        var h = hasState ? t[hasBias ? 4 : 3] : null;
        if (kind == Kind.Lstm)
        {
            var (all, lastH, lastC) = Ops.Lstm(
                t[0], t[1], t[2], bias, h is null ? null : (h, t[^1]), mask, goBackwards);
            return [all, lastH, lastC];
        }

        var (sequence, last) = kind == Kind.SimpleRnn
            ? Ops.SimpleRnn(t[0], t[1], t[2], bias, h, mask, goBackwards)
            : Ops.Gru(t[0], t[1], t[2], bias, h, mask, goBackwards, kind == Kind.Gru);
        return [sequence, last];
    }

    private static Tensor StepByStep(Kind kind, Tensor[] t)
    {
        var states = t[4..];
        var sequence = new List<Tensor>();
        for (var step = 0; step < t[0].Shape[1]; step++)
        {
            states = Step(kind, Ops.Matmul(t[0][.., step], t[1]), states, t[2], t[3]);
            sequence.Add(states[0]);
        }

        return Joined([Ops.Stack(sequence, axis: 1), .. states]);
    }

    private static Tensor[] Step(Kind kind, Tensor x, Tensor[] states, Tensor recurrent, Tensor bias)
    {
        var h = states[0];
        if (kind == Kind.SimpleRnn)
        {
            return [Ops.Tanh(x + Ops.Matmul(h, recurrent) + bias)];
        }

        if (kind == Kind.Lstm)
        {
            var gates = Ops.Split(x + Ops.Matmul(h, recurrent) + bias, 4, axis: 1);
            var c = (Ops.Sigmoid(gates[1]) * states[1]) + (Ops.Sigmoid(gates[0]) * Ops.Tanh(gates[2]));
            return [Ops.Sigmoid(gates[3]) * Ops.Tanh(c), c];
        }

        var resetAfter = kind == Kind.Gru;
        var fromX = Ops.Split(x + (resetAfter ? bias[0] : bias), 3, axis: 1);
        var weights = Ops.Split(recurrent, 3, axis: 1);
        var second = resetAfter ? Ops.Split(bias[1], 3, axis: 0) : [0f, 0f, 0f];
        var z = Ops.Sigmoid(fromX[0] + Ops.Matmul(h, weights[0]) + second[0]);
        var r = Ops.Sigmoid(fromX[1] + Ops.Matmul(h, weights[1]) + second[1]);
        var recalled = resetAfter ? r * (Ops.Matmul(h, weights[2]) + second[2]) : Ops.Matmul(r * h, weights[2]);
        return [(z * h) + ((1 - z) * Ops.Tanh(fromX[2] + recalled))];
    }

    private static (Tensor Y, Tensor?[] Gradients) Both(Func<Tensor> function, Tensor[] inputs)
    {
        using var tape = new GradientTape();
        foreach (var input in inputs)
        {
            tape.Watch(input);
        }

        var y = function();
        return (y, tape.Gradients(Ops.Sum(y * y), inputs));
    }

    private static void AssertClose(Tensor? expected, Tensor? actual, DType dtype)
    {
        var (x, y) = (Ops.Cast(expected!, DType.Float64), Ops.Cast(actual!, DType.Float64));
        Assert.Equal(x.Shape, y.Shape);
        var scale = Math.Max(1, Ops.Max(Ops.Abs(x)).Item<double>());
        var difference = Ops.Max(Ops.Abs(x - y)).Item<double>();
        Assert.True(difference <= scale * (dtype == DType.Float64 ? 1e-13 : 2e-6), $"They differ by {difference}.");
    }

    private static Tensor Joined(Tensor[] results) =>
        Ops.Concatenate([results[0], .. results[1..].Select(state => Ops.ExpandDims(state, 1))], axis: 1);

    private static Shape[] Shapes(
        Kind kind, (int Batch, int Steps, int Features, int Units) size, bool hasBias, bool hasState)
    {
        var (batch, steps, features, units) = size;
        var columns = units * (kind == Kind.Lstm ? 4 : kind == Kind.SimpleRnn ? 1 : 3);
        Shape state = [batch, units];
        Shape bias = kind == Kind.Gru ? [2, columns] : [columns];
        Shape[] states = kind == Kind.Lstm ? [state, state] : [state];
        return
        [
            [batch, steps, features], [features, columns], [units, columns], .. hasBias ? [bias] : (Shape[])[],
            .. hasState ? states : [],
        ];
    }

    private static EagerTensor Values(Shape shape, int seed = 0)
    {
        var random = new Random(seed);
        double[] values = [.. Enumerable.Range(0, (int)shape.Size).Select(_ => random.NextDouble() - 0.5)];
        return (EagerTensor)Ops.Cast(Tensor.From(shape, values), DType.Float32);
    }
}

public sealed class RecurrentGradientTests
{
    [Fact]
    public void The_gradient_by_what_is_left_out_of_a_batch_of_none_is_zero()
    {
        var kernel = Ops.Ones([3, 8]);
        using var tape = new GradientTape();
        tape.Watch(kernel);

        var (sequence, _, _) = Ops.Lstm(Ops.Zeros([0, 4, 3]), kernel, Ops.Ones([2, 8]), Ops.Ones([8]));

        Assert.Equal(new float[24], tape.Gradient(Ops.Sum(sequence), kernel).ToArray<float>());
    }
}
