using System.Diagnostics;
using Hornet.Layers;

namespace Hornet.Conformance;

/// <summary>Saves a model again and again, a minute long or until the process is ended, as a test does.</summary>
internal static class SavingLoop
{
    public const string Argument = "--saving-loop";

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1); // a test that crashed ends nothing

    /// <summary>Saves; all weights of a file are the number of the save.</summary>
    public static void Run(string path)
    {
        var model = Make();
        var clock = Stopwatch.StartNew();
        for (var i = 0; clock.Elapsed < s_longest; i++)
        {
            model.SetWeights([.. model.Weights.Select(weight => Ops.Full(weight.Shape, (float)i))]);
            if (IsWeights(path))
            {
                model.SaveWeights(path);
            }
            else
            {
                model.Save(path);
            }

            if (i == 1) // so that one file has been replaced
            {
                Console.WriteLine("saving");
            }
        }
    }

    /// <summary>The number of the save that a file is of.</summary>
    /// <exception cref="InvalidDataException">It is of several.</exception>
    public static float NumberOf(string path)
    {
        var model = IsWeights(path) ? Make() : Keras.LoadModel(path);
        if (IsWeights(path))
        {
            model.LoadWeights(path);
        }

        float[] numbers = [.. model.GetWeights().SelectMany(weight => weight.ToArray<float>()).Distinct()];
        return numbers is [var only] ? only : throw new InvalidDataException(
            $"Expected weights of one save. Received: {string.Join(", ", numbers.Take(5))}.");
    }

    private static bool IsWeights(string path) => path.EndsWith(".weights.h5", StringComparison.Ordinal);

    private static Sequential Make() => new([Keras.Input([512]), new Dense(1024), new Dense(512)]);
}
