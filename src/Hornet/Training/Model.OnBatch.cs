using Hornet.Callbacks;
using Hornet.Programs;
using Hornet.Training;

namespace Hornet;

/// <content>Single steps, for loops of one's own.</content>
public partial class Model
{
    /// <summary>Trains on one batch.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">The targets.</param>
    /// <param name="sampleWeight">How much each sample counts.</param>
    /// <param name="classWeight">How much the samples of each class count.</param>
    /// <returns>The loss and the metrics of this batch, by name.</returns>
    /// <exception cref="InvalidOperationException">The model was not compiled.</exception>
    /// <example><code>
    /// model.Compile(optimizer: "sgd", loss: "mse");
    /// Console.WriteLine(model.TrainOnBatch(x, y)["loss"]);
    /// </code></example>
    public Logs TrainOnBatch(
        Nested<Tensor> x,
        Nested<Tensor>? y = null,
        Nested<Tensor>? sampleWeight = null,
        IReadOnlyDictionary<int, double>? classWeight = null)
    {
        RequireCompiled(nameof(TrainOnBatch));
        WarnIfTrainableChanged();
        _trainFunction ??= new StructuredFunction(batch => TrainStep(Batch.FromNested(batch)));
        using var scope = new TensorScope();
        ResetMetrics();
        return RunTrainStep(ClassWeights.Apply(ArrayData.Standardize(new Batch(x, y, sampleWeight)), classWeight));
    }

    /// <summary>Evaluates one batch.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">The targets.</param>
    /// <param name="sampleWeight">How much each sample counts.</param>
    /// <returns>The loss and the metrics of this batch, by name.</returns>
    /// <exception cref="InvalidOperationException">The model was not compiled.</exception>
    public Logs TestOnBatch(Nested<Tensor> x, Nested<Tensor>? y = null, Nested<Tensor>? sampleWeight = null)
    {
        RequireCompiled(nameof(TestOnBatch));
        _testFunction ??= new StructuredFunction(batch => TestStep(Batch.FromNested(batch)));
        using var scope = new TensorScope();
        ResetMetrics();
        return RunTestStep(ArrayData.Standardize(new Batch(x, y, sampleWeight)));
    }
}
