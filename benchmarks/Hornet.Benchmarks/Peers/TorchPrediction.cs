using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>A server's request in TorchSharp.</summary>
internal sealed class TorchPrediction(TorchModule model, Goal goal, Samples samples) : IContender
{
    private float[] _result = [];

    public IReadOnlyList<float> Result => _result;

    public static TorchPrediction Create(Family family, int batch) =>
        new(TorchModels.ForPrediction(family, family.ToHornetSeeded()), family.Goal, new(family, batch));

    public void Step()
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        _result = TorchModels.Probabilities(goal, model.call(samples.ToTorch())).data<float>().ToArray();
    }

    public void Dispose() => model.Dispose();
}
