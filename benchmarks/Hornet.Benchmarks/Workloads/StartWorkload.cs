using System.Text.Json;
using Hornet;
using Microsoft.ML.OnnxRuntime;

namespace Benchmarks;

/// <summary>From the start of a process to the first prediction of a convnet that it loads from a file.</summary>
internal static class StartWorkload
{
    public const string Flag = "--start";
    private static readonly Convnet s_family = new();

    public static Workload Start { get; } = new(
        "start",
        () => new Work(0),
        [
            new("hornet", () => new Starts("hornet", path => s_family.ToHornetSeeded().Save(path), "model.keras")),
            new("torchsharp", () => new Starts("torchsharp", SaveTorch, "model.dat")),
            new("onnxruntime", () => new Starts("onnxruntime", SaveOnnx, "model.onnx")),
        ]);

    /// <summary>The process that is started: it loads, predicts and writes what it predicted.</summary>
    public static void Predict(string contender, string path)
    {
        using var one = Load(contender, path, new Samples(s_family, 1));
        one.Step();
        Console.WriteLine(JsonSerializer.Serialize(new Answer([.. one.Result], one.PeakMb)));
    }

    private static IContender Load(string contender, string path, Samples samples) => contender switch
    {
        "hornet" => LoadHornet(path, samples),
        "torchsharp" => LoadTorch(path, samples),
        _ => LoadOnnx(path, samples),
    };

    private static HornetPrediction LoadHornet(string path, Samples samples) =>
        new(Keras.LoadModel(path), samples);

    private static TorchPrediction LoadTorch(string path, Samples samples)
    {
        TorchSharpLibrary.Load();
        var model = s_family.ToTorch();
        model.load(path);
        model.eval();
        return new(model, s_family.Goal, samples);
    }

    private static OnnxPrediction LoadOnnx(string path, Samples samples)
    {
        OnnxRuntimeLibrary.Load();
        return new(new InferenceSession(path), samples);
    }

    private static void SaveTorch(string path)
    {
        using var model = TorchModels.WithWeights(s_family, s_family.ToHornetSeeded());
        model.save(path);
    }

    private static void SaveOnnx(string path) =>
        File.WriteAllBytes(path, OnnxGraph.Build(s_family, s_family.ToHornetSeeded()));

    private sealed record Answer(float[] Result, double PeakMb);

    private sealed class Starts : IContender
    {
        private readonly TemporaryFolder _folder = new();
        private readonly string _contender;
        private readonly string _path;
        private Answer _answer = new([], 0);

        public Starts(string contender, Action<string> save, string file)
        {
            _contender = contender;
            _path = _folder.File(file);
            save(_path);
        }

        public IReadOnlyList<float> Result => _answer.Result;

        public double PeakMb => _answer.PeakMb;

        public void Step() => _answer = JsonSerializer.Deserialize<Answer>(Child.Run(Flag, _contender, _path))!;

        public void Dispose() => _folder.Dispose();
    }
}
