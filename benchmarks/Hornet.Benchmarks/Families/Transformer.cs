using Hornet;
using Hornet.Layers;

namespace Benchmarks;

/// <summary>An encoder of two layers as in Keras's examples, the mean of its steps, and one probability.</summary>
internal sealed class Transformer() : Family("transformer")
{
    public const int Width = 128;
    public const int Heads = 4;
    public const int Inner = 512;
    public const double Rate = 0.1;
    private const int Steps = 200;
    private const int Blocks = 2;

    public override Goal Goal => Goal.YesOrNo;

    public override int[] SampleShape => [Steps, Width];

    public override Model ToHornet()
    {
        var input = Keras.Input([Steps, Width]);
        Tensor x = input;
        for (var i = 0; i < Blocks; i++)
        {
            var attention = new MultiHeadAttention(Heads, Width / Heads).Apply(x, x);
            x = new LayerNormalization(epsilon: 1e-6).Apply(x + attention.Then(new Dropout(Rate)));
            var inner = x.Then(new Dense(Inner, activation: "relu")).Then(new Dense(Width));
            x = new LayerNormalization(epsilon: 1e-6).Apply(x + inner.Then(new Dropout(Rate)));
        }

        x = x.Then(new GlobalAveragePooling1D()).Then(new Dense(1, activation: "sigmoid"));
        return new Model(input, x);
    }

    public override TorchModule ToTorch() => new TorchTransformer(Blocks);
}
