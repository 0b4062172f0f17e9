using Hornet;

namespace Benchmarks;

/// <summary>What a model tells of a sample, and with that how its last layer and its loss look.</summary>
internal enum Goal
{
    /// <summary>One number, by the mean squared error.</summary>
    Number,

    /// <summary>A probability, by the binary crossentropy.</summary>
    YesOrNo,

    /// <summary>A probability for each class, by the categorical crossentropy.</summary>
    Class,
}

/// <summary>A model that Hornet and its peers all have: the same layers, told in each library's own words.</summary>
internal abstract class Family(string name)
{
    private const float Spread = 0.1f;
    private const int Seed = 7;

    public string Name { get; } = name;

    public abstract Goal Goal { get; }

    /// <summary>A sample's shape, channels last.</summary>
    public abstract int[] SampleShape { get; }

    /// <summary>How many outputs a sample has.</summary>
    public virtual int Outputs => 1;

    /// <summary>How many ids there are, where a sample consists of ids.</summary>
    public virtual int? Vocabulary => null;

    /// <summary>The model in Hornet: it ends in numbers or probabilities.</summary>
    public abstract Model ToHornet();

    /// <summary>The model in TorchSharp: it ends in numbers or logits, as its losses like them best.</summary>
    public abstract TorchModule ToTorch();

    /// <summary>The model in Hornet with weights that are the same in every process, none of them zero.</summary>
    public Model ToHornetSeeded()
    {
        Keras.Utils.SetRandomSeed(Seed);
        var model = ToHornet();
        var random = new Random(Seed);
        foreach (var weight in model.Weights.Where(weight => weight.Shape.Rank == 1))
        {
            var values = weight.Value.ToArray<float>();
            var shifted = Array.ConvertAll(values, value => value + Shift(random));
            weight.Assign(Tensor.From(weight.Shape, shifted));
        }

        return model;
    }

    private static float Shift(Random random) => Spread * ((2 * random.NextSingle()) - 1);
}

/// <summary>A family that ONNX Runtime computes too.</summary>
internal interface IInOnnx
{
    /// <summary>Adds the model's nodes; gives the name of its output: numbers or probabilities.</summary>
    /// <param name="graph">What the nodes are added to.</param>
    /// <param name="weights">Those of the model in Hornet.</param>
    /// <param name="x">The name of the batch: images are channels first.</param>
    string ToOnnx(OnnxGraph graph, PeerWeights weights, string x);
}
