using Hornet;
using Hornet.Optimizers;

namespace Benchmarks;

/// <summary>A step of training in Hornet is one call of TrainOnBatch.</summary>
internal sealed class HornetTraining : IContender
{
    private readonly Model _model;
    private readonly Tensor _x;
    private readonly Tensor _y;

    public HornetTraining(Family family, int batch, bool isEager)
    {
        _model = family.ToHornet();
        _model.Compile(optimizer: new Adam(), loss: Loss(family.Goal), runEagerly: isEager);
        _x = new Samples(family, batch).ToHornet();
        _y = new Targets(family, batch).ToHornet();
    }

    public void Step() => _model.TrainOnBatch(_x, _y);

    public void Dispose()
    {
    }

    private static string Loss(Goal goal) => goal switch
    {
        Goal.Class => "sparse_categorical_crossentropy",
        Goal.YesOrNo => "binary_crossentropy",
        _ => "mse",
    };
}
