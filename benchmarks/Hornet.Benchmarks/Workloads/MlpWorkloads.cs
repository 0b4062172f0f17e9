namespace Benchmarks;

/// <summary>One step of training dense layers: forward, backward, Adam.</summary>
internal static class MlpWorkloads
{
    public static Workload Train { get; } = Create("mlp_train", 128, [784, 512, 512, 10]);

    public static Workload TrainTiny { get; } = Create("tiny_train", 32, [8, 16, 1]);

    private static Workload Create(string name, int batch, int[] sizes) => new(
        name,
        Flops(batch, sizes),
        AdamBytes(sizes),
        [
            new("hornet", () => new HornetMlp(batch, sizes, isEager: false)),
            new("hornet_eager", () => new HornetMlp(batch, sizes, isEager: true)),
            new("torchsharp", () => new TorchSharpMlp(batch, sizes)),
        ]);

    // Forward and the kernels' gradients take one product a layer; nobody needs the gradient of the batch.
    private static double Flops(int batch, int[] sizes)
    {
        var layers = sizes.Zip(sizes[1..], (inputs, outputs) => 2.0 * batch * inputs * outputs).ToArray();
        return (3 * layers.Sum()) - layers[0];
    }

    // Adam reads the weights, their gradients and two moments, and writes all but the gradients.
    private static double AdamBytes(int[] sizes) =>
        7 * sizeof(float) * sizes.Zip(sizes[1..], (inputs, outputs) => (inputs + 1.0) * outputs).Sum();
}
