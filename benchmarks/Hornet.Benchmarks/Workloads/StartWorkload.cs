using System.Globalization;
using Hornet;
using Microsoft.ML.OnnxRuntime;

namespace Benchmarks;

/// <summary>From the start of a process to the first prediction of a convnet that it loads from a file.</summary>
internal static class StartWorkload
{
    public const string Flag = "--start";
    private static readonly Convnet s_family = new();

    /// <summary>Until the prediction is there.</summary>
    public static Workload Start { get; } = Of("start", countsEnd: false);

    /// <summary>Until the process has ended, too.</summary>
    public static Workload StartAndEnd { get; } = Of("start_and_end", countsEnd: true);

    /// <summary>The process that is started: it loads, predicts, and writes the prediction and its memory.</summary>
    public static void Predict(string contender, string path)
    {
        using var one = Load(contender, path, new Samples(s_family, 1));
        one.Step();
        Console.WriteLine(string.Join(' ', one.Result.Select(value => value.ToString(CultureInfo.InvariantCulture))));
        Console.WriteLine(one.PeakMb.ToString(CultureInfo.InvariantCulture));
    }

    private static Workload Of(string name, bool countsEnd) => new(
        name,
        () => new Work(0),
        [
            new("hornet", () => new Starts("hornet", SaveHornet, "model.keras", countsEnd)),
            new("torchsharp", () => new Starts("torchsharp", SaveTorch, "model.dat", countsEnd)),
            new("onnxruntime", () => new Starts("onnxruntime", SaveOnnx, "model.onnx", countsEnd)),
        ]);

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

    private static void SaveHornet(string path) => s_family.ToHornetSeeded().Save(path);

    private static void SaveTorch(string path)
    {
        using var model = TorchModels.WithWeights(s_family, s_family.ToHornetSeeded());
        model.save(path);
    }

    private static void SaveOnnx(string path) =>
        File.WriteAllBytes(path, OnnxGraph.Build(s_family, s_family.ToHornetSeeded()));

    private sealed class Starts : IContender
    {
        private readonly TemporaryFolder _folder = new();
        private readonly string _contender;
        private readonly string _path;
        private readonly bool _countsEnd;

        public Starts(string contender, Action<string> save, string file, bool countsEnd)
        {
            _contender = contender;
            _countsEnd = countsEnd;
            _path = _folder.File(file);
            save(_path);
        }

        public IReadOnlyList<float> Result { get; private set; } = [];

        public double PeakMb { get; private set; }

        public TimeSpan Uncounted { get; private set; }

        public void Step()
        {
            var (first, others, after) = Child.RunTimed(Flag, _contender, _path);
            Result = Array.ConvertAll(first.Split(' '), text => float.Parse(text, CultureInfo.InvariantCulture));
            PeakMb = double.Parse(others, CultureInfo.InvariantCulture);
            Uncounted += _countsEnd ? TimeSpan.Zero : after;
        }

        public void Dispose() => _folder.Dispose();
    }
}
