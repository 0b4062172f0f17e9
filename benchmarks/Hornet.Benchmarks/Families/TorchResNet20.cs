namespace Benchmarks;

/// <summary>ResNet-20 in TorchSharp.</summary>
internal sealed class TorchResNet20 : TorchModule
{
    private readonly TorchModule _body;

    public TorchResNet20(int classes)
        : base(nameof(TorchResNet20))
    {
        List<TorchModule> layers = [Conv(3, 16, 3, 1), Normalize(16), Nn.ReLU(inplace: true)];
        var channels = 16;
        foreach (var (filters, stride) in ResNet20.Blocks)
        {
            layers.Add(new Block(channels, filters, stride));
            channels = filters;
        }

        _body = Nn.Sequential(
            [.. layers, Nn.AdaptiveAvgPool2d(1), Nn.Flatten(), Nn.Linear(channels, classes)]);
        RegisterComponents();
    }

    public override TorchTensor forward(TorchTensor input) => _body.call(input);

    private static TorchModule Conv(int channels, int filters, int size, int stride)
    {
        // Keras's "same" pads an even image only behind it where the stride is 2, which takes a layer of its own here.
        var convolution = Nn.Conv2d(
            channels, filters, size, stride, padding: stride == 1 ? size / 2 : 0, bias: false);
        return stride == 1 || size == 1 ? convolution : Nn.Sequential(Nn.ZeroPad2d((0, 1, 0, 1)), convolution);
    }

    // Keras's epsilon and momentum.
    private static TorchModule Normalize(int channels) => Nn.BatchNorm2d(channels, eps: 1e-3, momentum: 0.01);

    private sealed class Block : TorchModule
    {
        // Held: a literal's finalizer may free it while the kernel reads it.
        private static readonly TorchSharp.Scalar s_one = 1;

        private readonly TorchModule _body;
        private readonly TorchModule? _shortcut;

        public Block(int channels, int filters, int stride)
            : base(nameof(Block))
        {
            _body = Nn.Sequential(
                Conv(channels, filters, 3, stride),
                Normalize(filters),
                Nn.ReLU(inplace: true),
                Conv(filters, filters, 3, 1),
                Normalize(filters));
            _shortcut = stride == 1 ? null : Nn.Sequential(Conv(channels, filters, 1, stride), Normalize(filters));
            RegisterComponents();
        }

        public override TorchTensor forward(TorchTensor input)
        {
            var shortcut = _shortcut?.call(input) ?? input;
            return Nn.functional.relu(_body.call(input).add_(shortcut, s_one), inplace: true);
        }
    }
}
