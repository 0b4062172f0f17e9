using Hornet;
using Hornet.Layers;

namespace Benchmarks;

/// <summary>Whether a text is friendly: an embedding of its words, a recurrent layer, one probability.</summary>
internal abstract class Recurrent(string name) : Family(name)
{
    protected const int Units = 64;
    private const int Words = 20_000;
    private const int Steps = 200;
    private const int Features = 128;

    public override Goal Goal => Goal.YesOrNo;

    public override int[] SampleShape => [Steps];

    public override int? Vocabulary => Words;

    public override Model ToHornet() => new Sequential([
        Keras.Input([Steps], dtype: DType.Int32),
        new Embedding(Words, Features),
        Layer(),
        new Dense(1, activation: "sigmoid"),
    ]);

    public override TorchModule ToTorch() =>
        Nn.Sequential(Nn.Embedding(Words, Features), TorchLayer(Features), Nn.Linear(Units, 1));

    protected abstract Layer Layer();

    /// <summary>Gives the state after the last step.</summary>
    protected abstract TorchModule TorchLayer(int features);
}

/// <summary>With an LSTM.</summary>
internal sealed class Lstm() : Recurrent("lstm"), IInOnnx
{
    public string ToOnnx(OnnxGraph graph, PeerWeights weights, string x)
    {
        x = graph.Embedding(graph.Transpose(x, 1, 0), weights); // its LSTM takes the steps first
        return graph.Node("Sigmoid", graph.Dense(graph.LastStateOfLstm(x, weights), weights));
    }

    protected override Layer Layer() => new LSTM(Units);

    protected override TorchModule TorchLayer(int features) => new Last(features);

    private sealed class Last : TorchModule
    {
        private readonly TorchSharp.Modules.LSTM _lstm;

        public Last(int features)
            : base(nameof(Last))
        {
            _lstm = Nn.LSTM(features, Units, batchFirst: true);
            RegisterComponents();
        }

        public override TorchTensor forward(TorchTensor input) => _lstm.call(input).Item2.squeeze(0);
    }
}

/// <summary>With a GRU.</summary>
internal sealed class Gru() : Recurrent("gru")
{
    protected override Layer Layer() => new GRU(Units);

    protected override TorchModule TorchLayer(int features) => new Last(features);

    private sealed class Last : TorchModule
    {
        private readonly TorchSharp.Modules.GRU _gru;

        public Last(int features)
            : base(nameof(Last))
        {
            _gru = Nn.GRU(features, Units, batchFirst: true);
            RegisterComponents();
        }

        public override TorchTensor forward(TorchTensor input) => _gru.call(input).Item2.squeeze(0);
    }
}
