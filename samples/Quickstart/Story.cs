using Hornet;
using Hornet.Layers;

namespace Quickstart;

/// <summary>One classifier told in four ways, and what it begins with.</summary>
internal static class Story
{
    private const int Pixels = 28 * 28;
    private const int Few = 2_048; // enough to see that all ways train alike

    public static void Tell(Tensor images, Tensor digits)
    {
        WhatAnInputIs();
        var x = Ops.Reshape(images[..Few], [-1, Pixels]);
        var y = digits[..Few];
        (string Way, Func<Model> Make)[] ways =
        [
            ("Functional, from Input", Functional),
            ("Sequential, InputShape on its first layer", () => new Sequential([Hidden(), Output()])),
            ("Sequential, Input first", () => new Sequential([Keras.Input([Pixels]), Hidden(), Output()])),
            ("Sequential, InputLayer first", () => new Sequential([new InputLayer([Pixels]), Hidden(), Output()])),
        ];

        Console.WriteLine("\nOne classifier, told in four ways, with the same seed:");
        foreach (var (way, make) in ways)
        {
            Console.WriteLine($"  {way,-42} {Numbers(make, x, y)}");
        }
    }

    private static void WhatAnInputIs()
    {
        var input = Keras.Input([Pixels], name: "pixels");
        Console.WriteLine("\nWhat Input gives is symbolic: a shape and a dtype that begin a graph, and no data.");
        Console.WriteLine($"  {input}");
        var layer = input.History!.Value.Operation;
        Console.WriteLine($"  made by {layer}: the layer object behind it, which transforms nothing.");
        try
        {
            input.ToArray<float>();
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine($"  asked for data, it says: {e.Message}");
        }
    }

    private static Dense Hidden() => new(64, activation: "relu") { InputShape = [Pixels] };

    private static Dense Output() => new(10, activation: "softmax");

    private static Model Functional()
    {
        var input = Keras.Input([Pixels]);
        return new Model(input, input.Then(Hidden()).Then(Output()));
    }

    /// <summary>
    /// What tells models apart: how many parameters they have, and what they learn from the same data.
    /// </summary>
    private static string Numbers(Func<Model> make, Tensor x, Tensor y)
    {
        Keras.ClearSession();
        Keras.Utils.SetRandomSeed(7);
        var model = make();
        model.Compile(optimizer: "adam", loss: "sparse_categorical_crossentropy");
        var history = model.Fit(x, y, batchSize: 128, epochs: 2, verbose: 0);
        var losses = string.Join(" -> ", history.Values("loss").Select(loss => $"{loss:F6}"));
        return $"{model.CountParams()} parameters, loss {losses}";
    }
}
