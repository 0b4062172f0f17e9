using Hornet.Layers;
using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>Models, data and places for the tests of files.</summary>
internal sealed class SavedModels : IDisposable
{
    public static Tensor X { get; } = Tensor.From(new float[,] { { 1, 2, 3, 4 }, { 4, 3, 2, 1 }, { 0, 1, 0, 1 } });

    public static Tensor Y { get; } = Tensor.From(new float[,] { { 1, 0 }, { 0, 1 }, { 1, 1 } });

    /// <summary>A folder that goes with the test.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("hornet").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Two layers between four numbers and two.</summary>
    public static Sequential Small(int units = 3, string dtype = "float32") => new(
    [
        Keras.Input([4]),
        new Dense(units, activation: "relu", name: "first", dtype: dtype),
        new Dense(2, name: "second", dtype: dtype),
    ]);

    /// <summary>The same, after some steps of training.</summary>
    public static Sequential Trained(int steps = 3)
    {
        var model = Small();
        model.Compile(new Adam(0.01), "mse", metrics: ["mae"]);
        for (var i = 0; i < steps; i++)
        {
            model.TrainOnBatch(X, Y);
        }

        return model;
    }

    public static byte[] BytesOf(Model model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    public static float[][] WeightsOf(Model model) =>
        [.. model.GetWeights().Select(weight => Ops.Cast(weight, DType.Float32).ToArray<float>())];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
