using Hornet.Layers;

namespace Hornet.Tests;

public sealed class InputLayerTests
{
    [Fact]
    public void Begins_a_graph_with_a_symbolic_tensor()
    {
        var layer = new InputLayer([null, 3], batchSize: 2, name: "x");

        Assert.Equal(Shape.Create([2, null, 3]), layer.BatchShape);
        Assert.Equal(("x", true, 1), (layer.Output.Name, layer.Built, layer.InboundNodes.Count));
        Assert.Empty(layer.Weights);
    }

    [Fact]
    public void Begins_with_a_tensor_that_is_there_too()
    {
        var tensor = new KerasTensor([null, 4]);

        Assert.Same(tensor, Keras.Input(tensor: tensor));
        Assert.Throws<ArgumentException>(() => Keras.Input([3], tensor: tensor));
    }

    [Fact]
    public void Says_what_does_not_go_together()
    {
        Assert.Contains("must pass a `shape`", Message(() => new InputLayer()), StringComparison.Ordinal);
        Assert.Contains(
            "both `shape` and `batch_shape`", Message(() => new InputLayer([3], batchShape: [1, 3])),
                StringComparison.Ordinal);
        Assert.Contains("batch size of 0 or more", Message(() => new InputLayer([3], -1)), StringComparison.Ordinal);
    }

    private static string Message(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;
}
