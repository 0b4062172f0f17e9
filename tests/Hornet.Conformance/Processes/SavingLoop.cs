using Hornet.Layers;

namespace Hornet.Conformance;

/// <summary>Saves a model again and again, until the process is ended: for the test that ends it.</summary>
internal static class SavingLoop
{
    public const string Argument = "--saving-loop";

    public static void Run(string path)
    {
        var model = new Sequential([Keras.Input([64]), new Dense(256), new Dense(64)]);
        model.Save(path);
        Console.WriteLine("saving");
        while (true)
        {
            model.Save(path);
        }
    }
}
