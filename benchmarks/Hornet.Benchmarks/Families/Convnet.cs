using Hornet;
using Hornet.Layers;

namespace Benchmarks;

/// <summary>The simple convnet of Keras's examples, for MNIST.</summary>
internal sealed class Convnet() : Family("convnet"), IInOnnx
{
    private const int Classes = 10;
    private const int Flat = 5 * 5 * 64;

    public override Goal Goal => Goal.Class;

    public override int[] SampleShape => [28, 28, 1];

    public override int Outputs => Classes;

    public override Model ToHornet() => new Sequential([
        Keras.Input([28, 28, 1]),
        new Conv2D(32, kernelSize: 3, activation: "relu"),
        new MaxPooling2D(poolSize: 2),
        new Conv2D(64, kernelSize: 3, activation: "relu"),
        new MaxPooling2D(poolSize: 2),
        new Flatten(),
        new Dropout(0.5),
        new Dense(Classes, activation: "softmax"),
    ]);

    public override TorchModule ToTorch() => Nn.Sequential(
        Nn.Conv2d(1, 32, 3),
        Nn.ReLU(inplace: true),
        Nn.MaxPool2d(2),
        Nn.Conv2d(32, 64, 3),
        Nn.ReLU(inplace: true),
        Nn.MaxPool2d(2),
        Nn.Flatten(),
        Nn.Dropout(0.5),
        Nn.Linear(Flat, Classes));

    public string ToOnnx(OnnxGraph graph, PeerWeights weights, string x)
    {
        for (var i = 0; i < 2; i++)
        {
            x = graph.MaxPool(graph.Node("Relu", graph.Conv(x, weights, isPadded: false)), size: 2);
        }

        return graph.Node("Softmax", graph.Dense(graph.Node("Flatten", x), weights));
    }
}
