using Hornet.Layers;
using Hornet.Metrics;
using Hornet.Optimizers;

namespace Hornet.Conformance;

/// <summary>The model and the data of all cases.</summary>
internal static class CallbackModel
{
    private const int Samples = 7;
    private const int Features = 4;

    public static Tensor X => Tensor.From(
        [Samples, Features], [.. Enumerable.Range(0, Samples * Features).Select(i => i / (float)(Samples * Features))]);

    /// <summary>Half the sum of a row, and one.</summary>
    public static Tensor Y => (Ops.Sum(X, axis: 1, keepdims: true) * 0.5) + 1;

    public static Sequential Make(
        double learningRate = 0.1, Identifiers<Metric>? metrics = null, int stepsPerExecution = 1)
    {
        var model = new Sequential([Keras.Input([Features]), new Dense(1)]);
        model.Compile(new SGD(learningRate), "mse", metrics: metrics, stepsPerExecution: stepsPerExecution);
        SetKernel(model, 1);
        return model;
    }

    public static void SetKernel(Model model, double value) =>
        model.SetWeights([Ops.Full([Features, 1], value), Ops.Zeros([1])]);
}
