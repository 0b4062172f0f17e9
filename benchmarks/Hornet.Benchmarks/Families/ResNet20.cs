using Hornet;
using Hornet.Layers;

namespace Benchmarks;

/// <summary>ResNet-20 v1 for CIFAR: three stages of three blocks with 16, 32 and 64 filters.</summary>
internal sealed class ResNet20() : Family("resnet20"), IInOnnx
{
    private const int Classes = 10;
    private const int BlocksPerStage = 3;
    private static readonly int[] s_filters = [16, 32, 64];

    public override Goal Goal => Goal.Class;

    public override int[] SampleShape => [32, 32, 3];

    public override int Outputs => Classes;

    // How many filters each block has, and its stride.
    public static IEnumerable<(int Filters, int Stride)> Blocks =>
        from stage in Enumerable.Range(0, s_filters.Length)
        from block in Enumerable.Range(0, BlocksPerStage)
        select (s_filters[stage], stage > 0 && block == 0 ? 2 : 1);

    public override Model ToHornet()
    {
        var input = Keras.Input([32, 32, 3]);
        var x = input.Then(Conv(16, 3, 1)).Then(Normalize()).Then(Relu());
        foreach (var (filters, stride) in Blocks)
        {
            var y = x.Then(Conv(filters, 3, stride)).Then(Normalize()).Then(Relu());
            y = y.Then(Conv(filters, 3, 1)).Then(Normalize());
            var shortcut = stride == 1 ? x : x.Then(Conv(filters, 1, stride)).Then(Normalize());
            x = new Add().Apply([y, shortcut]).Then(Relu());
        }

        x = x.Then(new GlobalAveragePooling2D()).Then(new Dense(Classes, activation: "softmax"));
        return new Model(input, x);
    }

    public override TorchModule ToTorch() => new TorchResNet20(Classes);

    public string ToOnnx(OnnxGraph graph, PeerWeights weights, string x)
    {
        x = graph.Node("Relu", graph.BatchNormalization(graph.Conv(x, weights), weights));
        foreach (var (_, stride) in Blocks)
        {
            var y = graph.BatchNormalization(graph.Conv(x, weights, stride), weights);
            y = graph.BatchNormalization(graph.Conv(graph.Node("Relu", y), weights), weights);
            x = stride == 1 ? x : graph.BatchNormalization(graph.Conv(x, weights, stride), weights);
            x = graph.Node("Relu", graph.Node("Add", y, x));
        }

        x = graph.Node("Flatten", graph.Node("GlobalAveragePool", x));
        return graph.Node("Softmax", graph.Dense(x, weights));
    }

    private static Conv2D Conv(int filters, int size, int stride) =>
        new(filters, size, strides: stride, padding: "same", useBias: false);

    private static BatchNormalization Normalize() => new();

    private static Activation Relu() => new("relu");
}
