using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>Steps that are replayed lead where steps that run op by op lead, to the last bit of every weight.</summary>
public sealed class CompiledTrainingTests
{
    private static readonly Dictionary<string, Func<(Layer[] Layers, Shape Input)>> s_models = new()
    {
        ["dense"] = () => ([new Dense(16, "relu"), new Dropout(0.3, seed: 1), new Dense(3, "softmax")], [8]),
        ["convolution"] = () => (
            [new Conv2D(5, 3, activation: "relu"), new MaxPooling2D(2), new Flatten(), new Dense(3, "softmax")],
            [10, 10, 2]),
        ["normalized convolution"] = () => (
            [new Conv2D(8, 3, useBias: false), new BatchNormalization(), new ReLU(),
                new MaxPooling2D(2, padding: "same"), new GlobalAveragePooling2D(), new Dense(3, "softmax")],
            [9, 9, 3]),
        ["recurrent"] = () => ([new LSTM(7), new Dense(3, "softmax")], [5, 4]),
        ["layer normalized"] = () => (
            [new LayerNormalization(), new Dense(12, "gelu"), new GlobalAveragePooling1D(), new Dense(3, "softmax")],
            [6, 4]),
    };

    public static IEnumerable<object[]> Cases =>
        [.. from model in s_models.Keys
            from optimizer in new[] { "sgd", "adam", "rmsprop", "adamw" }
            select new object[] { model, optimizer }];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Compiled_and_eager_steps_give_the_same_losses_and_weights(string model, string optimizer)
    {
        var (eagerLosses, eager) = Train(model, optimizer, runEagerly: true);
        var (losses, compiled) = Train(model, optimizer, runEagerly: false);

        Assert.Equal(eagerLosses, losses);
        foreach (var (expected, actual) in eager.Zip(compiled))
        {
            Compiled.AreSameBits(expected, actual, $"a weight of {model} with {optimizer}");
        }
    }

    private static (double[] Losses, Tensor[] Weights) Train(string name, string optimizer, bool runEagerly)
    {
        Keras.ClearSession();
        Keras.Utils.SetRandomSeed(1);
        var (layers, input) = s_models[name]();
        var model = new Sequential([Keras.Input(input), .. layers]);
        model.Compile(optimizer, "sparse_categorical_crossentropy", metrics: ["accuracy"], runEagerly: runEagerly);
        var x = Compiled.Values([20, .. input], hasSpecial: false);
        var y = Tensor.From([20], Enumerable.Range(0, 20).Select(i => i % 3).ToArray());
        var history = model.Fit(x, y, batchSize: 8, epochs: 3, verbose: 0, shuffle: false);
        return ([.. history.Values("loss")], [.. model.Weights.Select(weight => weight.Value)]);
    }
}
