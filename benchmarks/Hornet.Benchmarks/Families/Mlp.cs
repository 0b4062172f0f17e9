using Hornet;
using Hornet.Layers;

namespace Benchmarks;

/// <summary>Dense layers with relu between them.</summary>
internal sealed class Mlp(string name, params int[] sizes) : Family(name), IInOnnx
{
    public static Mlp Digits { get; } = new("mlp", 784, 512, 512, 10);

    public static Mlp Tiny { get; } = new("tiny", 8, 16, 1);

    public override Goal Goal => sizes[^1] == 1 ? Goal.Number : Goal.Class;

    public override int[] SampleShape => [sizes[0]];

    public override int Outputs => sizes[^1];

    public override Model ToHornet()
    {
        var model = new Sequential([Keras.Input([sizes[0]])]);
        foreach (var units in sizes[1..^1])
        {
            model.Add(new Dense(units, activation: "relu"));
        }

        model.Add(new Dense(sizes[^1], activation: Goal == Goal.Class ? "softmax" : null));
        return model;
    }

    public override TorchModule ToTorch()
    {
        var layers = new List<TorchModule>();
        for (var i = 1; i < sizes.Length; i++)
        {
            layers.Add(Nn.Linear(sizes[i - 1], sizes[i]));
            if (i < sizes.Length - 1)
            {
                layers.Add(Nn.ReLU(inplace: true));
            }
        }

        return Nn.Sequential(layers);
    }

    public string ToOnnx(OnnxGraph graph, PeerWeights weights, string x)
    {
        for (var i = 1; i < sizes.Length - 1; i++)
        {
            x = graph.Node("Relu", graph.Dense(x, weights));
        }

        return graph.Node("Softmax", graph.Dense(x, weights));
    }
}
