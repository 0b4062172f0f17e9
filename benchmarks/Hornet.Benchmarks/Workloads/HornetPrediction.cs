using Hornet;

namespace Benchmarks;

/// <summary>A server's request: numbers come in an array and go out in one.</summary>
internal sealed class HornetPrediction : IContender
{
    private readonly Model _model;
    private readonly Samples _samples;
    private float[] _result = [];

    public HornetPrediction(Model model, Samples samples)
    {
        _model = model;
        _samples = samples;
    }

    public IReadOnlyList<float> Result => _result;

    public static HornetPrediction Create(Family family, int batch, bool isEager)
    {
        var model = family.ToHornetSeeded();
        model.Compile(runEagerly: isEager);
        return new(model, new(family, batch));
    }

    public void Step()
    {
        using var scope = new TensorScope(); // frees the batch at once
        _result = _model.PredictOnBatch(_samples.ToHornet()).Value.ToArray<float>();
    }

    public void Dispose()
    {
    }
}
