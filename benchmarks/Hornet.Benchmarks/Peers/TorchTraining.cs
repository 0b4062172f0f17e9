using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>A step of training in TorchSharp.</summary>
internal sealed class TorchTraining : IContender
{
    private readonly TorchModule _model;
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _x;
    private readonly Tensor _y;
    private readonly Goal _goal;

    public TorchTraining(Family family, int batch)
    {
        _goal = family.Goal;
        _model = TorchModels.ForTraining(family);
        _optimizer = optim.Adam(_model.parameters());
        _x = new Samples(family, batch).ToTorch();
        _y = new Targets(family, batch).ToTorch();
    }

    public void Step()
    {
        using var scope = NewDisposeScope();
        using var gradients = enable_grad(); // which Hornet turned off on this thread
        _optimizer.zero_grad();
        var loss = Loss(_model.call(_x));
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

    private Tensor Loss(Tensor outputs) => _goal switch
    {
        Goal.Class => Nn.functional.cross_entropy(outputs, _y),
        Goal.YesOrNo => Nn.functional.binary_cross_entropy_with_logits(outputs, _y),
        _ => Nn.functional.mse_loss(outputs, _y),
    };
}
