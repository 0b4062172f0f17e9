using TorchSharp.Modules;
using static TorchSharp.torch;

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
        [new("torchsharp", () => new TorchSharpMlp(batch, sizes))]);

    // Forward and the kernels' gradients take one product a layer; nobody needs the gradient of the batch.
    private static double Flops(int batch, int[] sizes)
    {
        var layers = sizes.Zip(sizes[1..], (inputs, outputs) => 2.0 * batch * inputs * outputs).ToArray();
        return (3 * layers.Sum()) - layers[0];
    }

    // Adam reads the weights, their gradients and two moments, and writes all but the gradients.
    private static double AdamBytes(int[] sizes) =>
        7 * sizeof(float) * sizes.Zip(sizes[1..], (inputs, outputs) => (inputs + 1.0) * outputs).Sum();

    private sealed class TorchSharpMlp : IContender
    {
        private readonly Sequential _model;
        private readonly optim.Optimizer _optimizer;
        private readonly Tensor _x;
        private readonly Tensor _y;
        private readonly bool _isRegression;

        public TorchSharpMlp(int batch, int[] sizes)
        {
            var layers = new List<nn.Module<Tensor, Tensor>>();
            for (var i = 1; i < sizes.Length; i++)
            {
                layers.Add(nn.Linear(sizes[i - 1], sizes[i]));
                if (i < sizes.Length - 1)
                {
                    layers.Add(nn.ReLU());
                }
            }

            _isRegression = sizes[^1] == 1;
            _model = nn.Sequential(layers);
            _optimizer = optim.Adam(_model.parameters());
            _x = rand(batch, sizes[0]);
            _y = _isRegression ? rand(batch, 1) : randint(sizes[^1], batch, ScalarType.Int64);
        }

        public void Step()
        {
            using var scope = NewDisposeScope();
            _optimizer.zero_grad();
            var prediction = _model.forward(_x);
            var loss = _isRegression
                ? nn.functional.mse_loss(prediction, _y)
                : nn.functional.cross_entropy(prediction, _y);
            loss.backward();
            _optimizer.step();
        }

        public void Dispose()
        {
            _optimizer.Dispose();
            _model.Dispose();
            _x.Dispose();
            _y.Dispose();
        }
    }
}
