namespace Benchmarks;

/// <summary>The encoder in TorchSharp, with PyTorch's fused attention.</summary>
internal sealed class TorchTransformer : TorchModule
{
    private readonly TorchModule _blocks;
    private readonly TorchModule _output = Nn.Linear(Transformer.Width, 1);

    public TorchTransformer(int blocks)
        : base(nameof(TorchTransformer))
    {
        _blocks = Nn.Sequential(Enumerable.Range(0, blocks).Select(_ => (TorchModule)new Block()));
        RegisterComponents();
    }

    public override TorchTensor forward(TorchTensor input) => _output.call(_blocks.call(input).mean([1]));

    private sealed class Block : TorchModule
    {
        private readonly TorchModule _queriesKeysValues = Nn.Linear(Transformer.Width, 3 * Transformer.Width);
        private readonly TorchModule _heads = Nn.Linear(Transformer.Width, Transformer.Width);
        private readonly TorchModule _dropout1 = Nn.Dropout(Transformer.Rate);
        private readonly TorchModule _norm1 = Nn.LayerNorm(Transformer.Width, eps: 1e-6);
        private readonly TorchModule _inner = Nn.Sequential(
            Nn.Linear(Transformer.Width, Transformer.Inner),
            Nn.ReLU(inplace: true),
            Nn.Linear(Transformer.Inner, Transformer.Width),
            Nn.Dropout(Transformer.Rate));
        private readonly TorchModule _norm2 = Nn.LayerNorm(Transformer.Width, eps: 1e-6);

        public Block()
            : base(nameof(Block)) => RegisterComponents();

        public override TorchTensor forward(TorchTensor input)
        {
            var x = _norm1.call(input + _dropout1.call(Attend(input)));
            return _norm2.call(x + _inner.call(x));
        }

        private TorchTensor Attend(TorchTensor x)
        {
            var (batch, steps) = (x.shape[0], x.shape[1]);
            var parts = _queriesKeysValues.call(x)
                .view(batch, steps, 3, Transformer.Heads, -1).permute(2, 0, 3, 1, 4).unbind();
            var seen = Nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2]);
            return _heads.call(seen.transpose(1, 2).reshape(batch, steps, Transformer.Width));
        }
    }
}
