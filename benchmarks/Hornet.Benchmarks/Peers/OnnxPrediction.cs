using Microsoft.ML.OnnxRuntime;

namespace Benchmarks;

/// <summary>A server's request in ONNX Runtime, with a session that is kept.</summary>
internal sealed class OnnxPrediction(InferenceSession session, Samples samples) : IContender
{
    private readonly RunOptions _options = new();
    private float[] _result = [];

    public IReadOnlyList<float> Result => _result;

    public static OnnxPrediction Create<T>(T family, int batch)
        where T : Family, IInOnnx
    {
        OnnxRuntimeLibrary.Load();
        return new(new(OnnxGraph.Build(family, family.ToHornetSeeded())), new(family, batch));
    }

    public void Step()
    {
        using var batch = samples.ToOnnx();
        using var outputs = session.Run(_options, [OnnxGraph.Input], [batch], session.OutputNames);
        _result = outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose()
    {
        _options.Dispose();
        session.Dispose();
    }
}
