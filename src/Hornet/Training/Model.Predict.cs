using System.Runtime.CompilerServices;
using Hornet.Callbacks;
using Hornet.Programs;
using Hornet.Training;

namespace Hornet;

/// <content>Prediction. Several threads may predict with one model at once.</content>
public partial class Model
{
    private readonly Lock _predictLock = new();

    /// <summary>The outputs for arrays or tensors, batch by batch.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="batchSize">Samples in a step; 32 where null.</param>
    /// <param name="verbose">0 silent, 1 a progress bar, 2 a line; 1 where null.</param>
    /// <param name="steps">Batches to look at; all where null.</param>
    /// <param name="callbacks">What is called on the way.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>The outputs of all batches, joined.</returns>
    /// <example><code>
    /// var predictions = model.Predict(x, verbose: 0).Value;
    /// Console.WriteLine(predictions.Shape);
    /// </code></example>
    public Nested<Tensor> Predict(
        Nested<Tensor> x,
        int? batchSize = null,
        int? verbose = null,
        int? steps = null,
        IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellationToken = default)
    {
        using var scope = new TensorScope();
        var source = new ArraySource(new Batch(x), batchSize ?? ArraySource.DefaultBatchSize);
        return Predict(source, steps, PredictCallbacks(callbacks, verbose, steps ?? source.Count), cancellationToken);
    }

    /// <summary>The outputs for batches from a sequence.</summary>
    /// <param name="batches">The batches, of which only the inputs count.</param>
    /// <param name="verbose">0 silent, 1 a progress bar, 2 a line; 1 where null.</param>
    /// <param name="steps">Batches to look at; all where null.</param>
    /// <param name="callbacks">What is called on the way.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>The outputs of all batches, joined.</returns>
    [OverloadResolutionPriority(1)] // an array of batches is no array of numbers
    public Nested<Tensor> Predict(
        IEnumerable<Batch> batches,
        int? verbose = null,
        int? steps = null,
        IEnumerable<Callback>? callbacks = null,
        CancellationToken cancellationToken = default)
    {
        using var scope = new TensorScope();
        using var source = new SequenceSource(batches, restarts: false);
        return Predict(source, steps, PredictCallbacks(callbacks, verbose, steps ?? source.Count), cancellationToken);
    }

    /// <summary>The outputs for one batch.</summary>
    /// <param name="x">The inputs.</param>
    /// <example><code>var predictions = model.PredictOnBatch(x).Value;</code></example>
    public Nested<Tensor> PredictOnBatch(Nested<Tensor> x)
    {
        using var scope = new TensorScope();
        return PredictBatch(ArrayData.Standardize(x)).Select(TensorScope.Keep);
    }

    private Nested<Tensor> Predict(
        BatchSource source, int? steps, CallbackList callbacks, CancellationToken cancellationToken)
    {
        callbacks.OnPredictBegin();
        var outputs = new List<Nested<Tensor>>();
        using var batches = source.Batches(steps).GetEnumerator();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = source.OwnsBatches ? new TensorScope() : default;
            if (!batches.MoveNext())
            {
                break;
            }

            callbacks.OnPredictBatchBegin(outputs.Count);
            outputs.Add(PredictBatch(batches.Current.X).Select(TensorScope.Keep));
            callbacks.OnPredictBatchEnd(outputs.Count - 1, new Logs());
        }

        callbacks.OnPredictEnd(new Logs());
        return outputs.Count == 0
            ? throw new ArgumentException("Expected at least one batch of data to predict from. Received: none.")
            : outputs[0].Pack<Tensor>([.. Join(outputs)]);
    }

    private static IEnumerable<Tensor> Join(List<Nested<Tensor>> outputs)
    {
        var flat = outputs.ConvertAll(output => output.Flatten());
        return Enumerable.Range(0, flat[0].Count).Select(i => TensorScope.Keep(
            flat.Count == 1 ? flat[0][i] : Ops.Concatenate([.. flat.Select(output => output[i])], axis: 0)));
    }

    private Nested<Tensor> PredictBatch(Nested<Tensor> x)
    {
        if (RunEagerly)
        {
            return RunOpByOp(PredictStep, x);
        }

        var function = _predictFunction;
        if (function is null)
        {
            lock (_predictLock)
            {
                function = _predictFunction ??= new StructuredFunction(PredictStep);
            }
        }

        return function.Invoke(x);
    }

    // Without the progress bar's and the user's callbacks prediction touches nothing that threads share.
    private CallbackList PredictCallbacks(IEnumerable<Callback>? callbacks, int? verbose, int? steps) =>
        new(callbacks, this, history: null, new CallbackParams(verbose ?? 1, 1, steps));
}
