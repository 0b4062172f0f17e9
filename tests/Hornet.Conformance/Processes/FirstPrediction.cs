using System.Globalization;
using Hornet.Native;

namespace Hornet.Conformance;

/// <summary>Loads a model and predicts once: for the test of what a process does at its start.</summary>
internal static class FirstPrediction
{
    public const string Argument = "--first-prediction";

    /// <summary>Writes whether libtorch was loaded for it, and then the prediction of ones, a number a line.</summary>
    public static void Run(string path)
    {
        var numbers = Of(Keras.LoadModel(path));
        Console.WriteLine(LibTorch.IsLoaded);
        Array.ForEach(numbers, number => Console.WriteLine(number.ToString("R", CultureInfo.InvariantCulture)));
    }

    /// <summary>The prediction of one sample of ones.</summary>
    public static float[] Of(Model model)
    {
        Shape shape = [1, .. model.InputShape.Value.Skip(1)];
        var ones = new float[shape.Size];
        Array.Fill(ones, 1);
        return model.PredictOnBatch(Tensor.From(shape, ones)).Value.ToArray<float>();
    }
}
