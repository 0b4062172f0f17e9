using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>Dense layers in TorchSharp.</summary>
internal sealed class TorchSharpMlp : IContender
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
        using var gradients = enable_grad(); // which Hornet turned off on this thread
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
