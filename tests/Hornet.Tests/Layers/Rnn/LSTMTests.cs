using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class LSTMTests
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    public void It_keeps_the_contract(bool sequences, bool state, bool backwards) => LayerContract.Check(
        new LSTM(3, returnSequences: sequences, returnState: state, goBackwards: backwards), [2, 4, 2]);

    [Fact]
    public void It_keeps_the_contract_step_by_step() =>
        LayerContract.Check(new LSTM(3, unroll: true, recurrentDropout: 0.2), [2, 4, 2]);

    [Fact]
    public void The_kernel_gives_what_the_steps_give()
    {
        Tensor x = new float[2, 5, 3];
        x = Ops.Sin(Ops.Reshape(Ops.Arange(30, dtype: DType.Float32), x.Shape));
        Tensor mask = new[,] { { true, true, false, true, true }, { true, false, true, true, false } };
        var fused = new LSTM(4, returnSequences: true, goBackwards: true);
        var steps = new LSTM(4, returnSequences: true, goBackwards: true, unroll: true);
        var (y, gradients) = Run(fused, x, mask);
        steps.BuildFor(x.Shape);
        steps.SetWeights(fused.GetWeights());
        var (expected, others) = Run(steps, x, mask);
        AssertNear(expected, y);
        Assert.All(others.Zip(gradients), pair => AssertNear(pair.First, pair.Second));
    }

    [Fact]
    public void An_unknown_number_of_steps_has_a_shape()
    {
        var y = new LSTM(3, returnSequences: true).Apply(Keras.Input([null, 2]));
        Assert.Equal(Shape.Create([null, null, 3]), y.Shape);
    }

    [Fact]
    public void A_stateful_layer_goes_on_where_it_ended()
    {
        var x = Ops.Ones([1, 4, 2]);
        var whole = new LSTM(3, kernelInitializer: "ones", recurrentInitializer: "ones");
        var parts = new LSTM(3, kernelInitializer: "ones", recurrentInitializer: "ones", stateful: true);
        _ = parts.Apply(x[.., ..2]);
        AssertNear(whole.Apply(x), parts.Apply(x[.., 2..]));
        parts.ResetState();
        AssertNear(whole.Apply(x[.., ..2]), parts.Apply(x[.., ..2]));
    }

    [Fact]
    public void An_initial_state_is_where_it_begins()
    {
        var layer = new LSTM(2, returnState: true);
        var all = layer.ApplyMany(Ops.Ones([1, 3, 2]), initialState: [Ops.Ones([1, 2]), Ops.Ones([1, 2])]);
        Assert.Equal(3, all.Count);
        var error = Assert.Throws<ArgumentException>(() =>
            layer.ApplyMany(Ops.Ones([1, 3, 2]), initialState: [Ops.Ones([1, 5]), Ops.Ones([1, 2])]));
        Assert.Contains("states of the shapes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_unit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new LSTM(0));

    private static (Tensor Output, Tensor[] Gradients) Run(LSTM layer, Tensor x, Tensor mask)
    {
        layer.BuildFor(x.Shape);
        using var tape = new GradientTape();
        tape.Watch(x);
        var y = layer.Apply(x, mask: mask);
        return (y, tape.Gradients(Ops.Sum(Ops.Square(y)), [x, .. layer.Weights.Select(weight => weight.Raw)]));
    }

    private static void AssertNear(Tensor expected, Tensor actual) => Assert.All(
        expected.ToArray<float>().Zip(actual.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));

    [Fact]
    public void A_sequence_without_steps_is_refused()
    {
        var error = Assert.Throws<ShapeException>(() => new LSTM(2, name: "memory").Apply(new float[1, 0, 3]));

        Assert.Contains("LSTM 'memory'", error.Message, StringComparison.Ordinal);
        Assert.Contains("at least one step", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_states_of_the_first_call_are_among_the_shapes_that_it_was_built_for()
    {
        var (x, state) = (Ops.Ones([2, 3, 4]), Ops.Ones([2, 5]));
        var with = new LSTM(5);
        var without = new LSTM(5);

        with.ApplyMany(x, new Tensor[] { state, state });
        without.Apply(x);
        without.ApplyMany(x, new Tensor[] { state, state }); // built by then

        Assert.Equal(
            """{"shapes_dict":{"sequences_shape":[2,3,4],"initial_state_shape":[[2,5],[2,5]]}}""",
            with.GetBuildConfig()!.ToJsonString());
        Assert.Equal("""{"input_shape":[2,3,4]}""", without.GetBuildConfig()!.ToJsonString());
        var copy = new LSTM(5);
        copy.BuildFromConfig(with.GetBuildConfig()!);
        Assert.Equal(3, copy.Weights.Count);
        Assert.Equal(with.GetBuildConfig()!.ToJsonString(), copy.GetBuildConfig()!.ToJsonString());
    }
}
