using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class RNNTests
{
    [Fact]
    public void It_keeps_the_contract()
    {
        LayerContract.Check(new RNN(new GRUCell(3), returnSequences: true, returnState: true), [2, 4, 2]);
        LayerContract.Check(
            new RNN(new StackedRNNCells([new LSTMCell(3), new SimpleRNNCell(2)]), returnState: true, unroll: true),
            [2, 4, 2]);
    }

    [Fact]
    public void Of_a_cell_of_Hornet_s_it_is_the_layer_of_that_cell()
    {
        var x = Values([2, 4, 3]);
        Tensor mask = new[,] { { true, true, false, true }, { true, false, true, false } };
        var layer = new LSTM(3, returnSequences: true);
        var cell = new RNN(new LSTMCell(3), returnSequences: true);
        var expected = layer.Apply(x, mask: mask);
        cell.BuildFor(x.Shape);
        cell.SetWeights(layer.GetWeights());

        AssertNear(expected, cell.Apply(x, mask: mask));
    }

    [Fact]
    public void A_cell_of_one_s_own_takes_and_gives_its_states()
    {
        var layer = new RNN(new Adding(2), returnState: true);

        var x = Tensor.From([1, 2, 2], [1f, 2, 3, 4]);
        var result = layer.ApplyMany(x, initialState: Tensor.From([1, 2], [10f, 20]));

        Assert.Equal([14f, 26], result[0].Value.ToArray<float>());
        Assert.Equal([14f, 26], result[1].Value.ToArray<float>());
        Assert.Equal(Shape.Create([null, 2]), layer.ApplyMany(Keras.Input([null, 2]))[0].Value.Shape);
    }

    [Fact]
    public void A_step_that_does_not_count_leaves_the_output_of_the_last_cell()
    {
        var cells = new StackedRNNCells([new Adding(2), new SimpleRNNCell(3)]);
        Tensor mask = new[,] { { true, false } };

        var result = new RNN(cells, returnSequences: true).Apply(Values([1, 2, 2]), mask: mask);

        AssertNear(result[.., 0], result[.., 1]);
    }

    [Fact]
    public void A_stateful_layer_goes_on_where_it_ended()
    {
        var layer = new RNN(new Adding(1), stateful: true);

        Assert.Equal(2, layer.Apply(Ops.Ones([1, 2, 1])).Item<float>());
        Assert.Equal(4, layer.Apply(Ops.Ones([1, 2, 1])).Item<float>());
        layer.ResetState();
        Assert.Equal(2, layer.Apply(Ops.Ones([1, 2, 1])).Item<float>());
    }

    [Fact]
    public void A_layer_that_is_no_cell_is_refused()
    {
        Assert.Contains("a cell", Assert.Throws<ArgumentException>(() => new RNN(new Hornet.Layers.Dense(2))).Message,
            StringComparison.Ordinal);
        Assert.Contains("its output and 1 states", Assert.Throws<ArgumentException>(
            () => new RNN(new Adding(1, isWrong: true)).Apply(Ops.Ones([1, 2, 1]))).Message, StringComparison.Ordinal);
    }

    internal static Tensor Values(Shape shape) =>
        Ops.Sin(Ops.Reshape(Ops.Arange(shape.Size, dtype: DType.Float32), shape) * 1.7);

    internal static void AssertNear(Tensor expected, Tensor actual) => Assert.All(
        expected.ToArray<float>().Zip(actual.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));

    private sealed class Adding(int size, bool isWrong = false) : Layer, IRNNCell
    {
        public Nested<int> StateSize => size;

        public int OutputSize => size;

        protected override Nested<Tensor> CallMany(Nested<Tensor> inputs, CallContext context)
        {
            var sum = inputs.Value + context.Argument("states")!.Value;
            return isWrong ? sum : Nested.List<Tensor>([sum, sum]);
        }
    }
}
