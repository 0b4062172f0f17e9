using Hornet;
using Hornet.Layers;
using Hornet.Optimizers;

namespace Benchmarks;

/// <summary>Dense layers in Hornet: a step is one call of TrainOnBatch.</summary>
internal sealed class HornetMlp : IContender
{
    private readonly Sequential _model;
    private readonly Tensor _x;
    private readonly Tensor _y;

    public HornetMlp(int batch, int[] sizes, bool isEager)
    {
        var isRegression = sizes[^1] == 1;
        _model = Create(sizes);
        _model.Compile(
            optimizer: new Adam(),
            loss: isRegression ? "mse" : "sparse_categorical_crossentropy",
            runEagerly: isEager);
        _x = Keras.Random.Uniform([batch, sizes[0]]);
        _y = isRegression
            ? Keras.Random.Uniform([batch, 1])
            : Keras.Random.Randint([batch], 0, sizes[^1], DType.Int64);
    }

    /// <summary>Dense layers with an activation between them and, for classes, one behind them.</summary>
    public static Sequential Create(int[] sizes)
    {
        var model = new Sequential([Keras.Input([sizes[0]])]);
        foreach (var units in sizes[1..^1])
        {
            model.Add(new Dense(units, activation: "relu"));
        }

        model.Add(new Dense(sizes[^1], activation: sizes[^1] == 1 ? null : "softmax"));
        return model;
    }

    public void Step() => _model.TrainOnBatch(_x, _y);

    public void Dispose()
    {
    }
}
