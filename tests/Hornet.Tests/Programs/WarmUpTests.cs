using System.Diagnostics;
using System.Runtime.Intrinsics;
using Hornet.Conformance;
using Hornet.Layers;
using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>What a process does until its first prediction.</summary>
public sealed class WarmUpTests : IDisposable
{
    private readonly SavedModels _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_prediction_that_nobody_asked_for_can_be_made()
    {
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], WarmUp.Predict());
        Keras.ClearSession();
        Keras.Config.SetImageDataFormat("channels_first");
        Assert.Equal(4, WarmUp.Predict().Length);
    }

    [Fact]
    public void A_small_model_is_predicted_before_libtorch_is_loaded_and_with_the_same_bits()
    {
        var model = new Sequential(
        [
            Keras.Input([28, 28, 1]),
            new Conv2D(32, kernelSize: 3, activation: "relu"),
            new MaxPooling2D(poolSize: 2),
            new Conv2D(64, kernelSize: 3, activation: "relu"),
            new MaxPooling2D(poolSize: 2),
            new Flatten(),
            new Dropout(0.5),
            new Dense(10, activation: "softmax"),
        ]);
        model.Save(_files["model.keras"]);

        var (isLoaded, numbers) = First("model.keras");

        Assert.Equal(!Vector512.IsHardwareAccelerated, isLoaded); // then convolutions are libtorch's
        Assert.Equal(FirstPrediction.Of(model), numbers);
    }

    [Fact]
    public void A_model_that_needs_libtorch_loads_it()
    {
        var model = new Sequential([Keras.Input([64]), new LayerNormalization(), new Dense(1024), new Dense(512)]);
        model.Save(_files["model.keras"]);

        var (isLoaded, numbers) = First("model.keras");

        Assert.True(isLoaded);
        Assert.Equal(FirstPrediction.Of(model), numbers);
    }

    private (bool IsLoaded, float[] Numbers) First(string file)
    {
        using var child = Process.Start(ThisProgram.Command(FirstPrediction.Argument, _files[file]))!;
        string[] lines = [.. child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        child.WaitForExit();
        Assert.Equal(0, child.ExitCode);
        return (bool.Parse(lines[0]), Array.ConvertAll(lines[1..], line => float.Parse(line, null)));
    }
}
