using System.Runtime.CompilerServices;
using Hornet.Callbacks;
using Hornet.Programs;
using Hornet.Training;

namespace Hornet;

/// <content>Evaluation.</content>
public partial class Model
{
    /// <summary>Computes the loss and the metrics on arrays or tensors.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">The targets; null where the model has its own loss.</param>
    /// <param name="batchSize">Samples in a step; 32 where null.</param>
    /// <param name="verbose">0 silent, 1 a progress bar, 2 a line; 1 where null.</param>
    /// <param name="sampleWeight">How much each sample counts.</param>
    /// <param name="steps">Batches to look at; all where null.</param>
    /// <param name="callbacks">What is called on the way.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>The loss and the metrics by name.</returns>
    /// <exception cref="InvalidOperationException">The model was not compiled.</exception>
    /// <example><code>
    /// model.Compile(loss: "mse");
    /// Console.WriteLine(model.Evaluate(x, y, verbose: 0)["loss"]);
    /// </code></example>
    public Logs Evaluate(
        Nested<Tensor> x,
        Nested<Tensor>? y = null,
        int? batchSize = null,
        int? verbose = null,
        Nested<Tensor>? sampleWeight = null,
        int? steps = null,
        IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellationToken = default)
    {
        RequireCompiled(nameof(Evaluate));
        using var scope = new TensorScope();
        var source = new ArraySource(new Batch(x, y, sampleWeight), batchSize ?? ArraySource.DefaultBatchSize);
        return Evaluate(source, steps, NewCallbacks(callbacks, verbose, steps ?? source.Count), cancellationToken);
    }

    /// <summary>Computes the loss and the metrics on batches from a sequence.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="verbose">0 silent, 1 a progress bar, 2 a line; 1 where null.</param>
    /// <param name="steps">Batches to look at; all where null.</param>
    /// <param name="callbacks">What is called on the way.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>The loss and the metrics by name.</returns>
    /// <exception cref="InvalidOperationException">The model was not compiled.</exception>
    [OverloadResolutionPriority(1)] // an array of batches is no array of numbers
    public Logs Evaluate(
        IEnumerable<Batch> batches,
        int? verbose = null,
        int? steps = null,
        IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellationToken = default)
    {
        RequireCompiled(nameof(Evaluate));
        using var source = new SequenceSource(batches, restarts: false);
        return Evaluate(source, steps, NewCallbacks(callbacks, verbose, steps ?? source.Count), cancellationToken);
    }

    private Logs Evaluate(BatchSource source, int? steps, CallbackList callbacks, CancellationToken cancellationToken)
    {
        _testFunction ??= new StructuredFunction(batch => TestStep(Batch.FromNested(batch)));
        callbacks.OnTestBegin();
        ResetMetrics();
        source.Restart();
        var logs = RunEpoch(
            source, steps, RunTestStep, callbacks.OnTestBatchBegin, callbacks.OnTestBatchEnd, cancellationToken);
        callbacks.OnTestEnd(logs);
        return logs;
    }

    private Logs RunTestStep(Batch batch) => RunStep(_testFunction!, TestStep, batch);

    private CallbackList NewCallbacks(IEnumerable<Callback>? callbacks, int? verbose, int? steps)
    {
        StopTraining = false;
        return new CallbackList(callbacks, this, history: null, new CallbackParams(verbose ?? 1, 1, steps));
    }
}
