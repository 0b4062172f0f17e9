using System.Runtime.CompilerServices;
using Hornet.Callbacks;
using Hornet.Programs;
using Hornet.Training;

namespace Hornet;

/// <content>Training over epochs.</content>
public partial class Model
{
    /// <summary>Trains on arrays or tensors, for a number of epochs.</summary>
    /// <param name="x">The inputs: an array, a tensor, or a list or dictionary of them; the first axis counts
    /// samples.</param>
    /// <param name="y">The targets; null where the model has its own loss.</param>
    /// <param name="batchSize">Samples in a step; 32 where null.</param>
    /// <param name="epochs">The epoch to stop at.</param>
    /// <param name="verbose">0 silent, 1 a progress bar, 2 a line an epoch; 1 where null.</param>
    /// <param name="callbacks">What is called on the way.</param>
    /// <param name="validationSplit">Which part of the samples, the last ones, is kept for validation.</param>
    /// <param name="validationData">What is evaluated after each epoch.</param>
    /// <param name="shuffle">Whether samples come in another order in each epoch.</param>
    /// <param name="classWeight">How much the samples of each class count.</param>
    /// <param name="sampleWeight">How much each sample counts.</param>
    /// <param name="initialEpoch">The epoch to start at.</param>
    /// <param name="stepsPerEpoch">Batches in an epoch; all where null.</param>
    /// <param name="validationSteps">Batches in a validation; all where null.</param>
    /// <param name="validationBatchSize">Samples in a step of validation; as in training where null.</param>
    /// <param name="validationFreq">After how many epochs to validate.</param>
    /// <param name="cancellationToken">Stops between two batches; the weights stay as they are then.</param>
    /// <returns>The losses and metrics of each epoch.</returns>
    /// <exception cref="InvalidOperationException">The model was not compiled.</exception>
    /// <exception cref="ArgumentException">The data does not fit together, or not the model.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <example><code>
    /// model.Compile(optimizer: "sgd", loss: "mse");
    /// var history = model.Fit(x, y, epochs: 2, verbose: 0);
    /// Console.WriteLine(history.Values("loss")[^1]);
    /// </code></example>
    public History Fit(
        Nested<Tensor> x,
        Nested<Tensor>? y = null,
        int? batchSize = null,
        int epochs = 1,
        int? verbose = null,
        IEnumerable<Callback>? callbacks = null,
        double validationSplit = 0,
        Batch? validationData = null,
        bool shuffle = true,
        IReadOnlyDictionary<int, double>? classWeight = null,
        Nested<Tensor>? sampleWeight = null,
        int initialEpoch = 0,
        int? stepsPerEpoch = null,
        int? validationSteps = null,
        int? validationBatchSize = null,
        int validationFreq = 1,
        CancellationToken cancellationToken = default)
    {
        RequireCompiled(nameof(Fit));
        var all = new Batch(x, y, sampleWeight);
        var (training, validation) = validationSplit > 0 && validationData is null
            ? ValidationSplit.Cut(all, validationSplit)
            : (all, validationData);
        using var scope = new TensorScope();
        var source = new ArraySource(training, batchSize ?? ArraySource.DefaultBatchSize, shuffle, classWeight);
        var held = validation is null ? null : new ArraySource(validation, validationBatchSize ?? source.BatchSize);
        return Fit(new FitPlan(source, held)
        {
            Epochs = epochs,
            InitialEpoch = initialEpoch,
            Verbose = verbose ?? 1,
            Callbacks = callbacks,
            StepsPerEpoch = stepsPerEpoch,
            ValidationSteps = validationSteps,
            ValidationFreq = validationFreq,
            CancellationToken = cancellationToken,
        });
    }

    /// <summary>Trains on batches from a sequence, which is read once an epoch (or on and on, with steps).</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="epochs">The epoch to stop at.</param>
    /// <param name="verbose">0 silent, 1 a progress bar, 2 a line an epoch; 1 where null.</param>
    /// <param name="callbacks">What is called on the way.</param>
    /// <param name="validationData">Batches that are evaluated after each epoch.</param>
    /// <param name="classWeight">How much the samples of each class count.</param>
    /// <param name="initialEpoch">The epoch to start at.</param>
    /// <param name="stepsPerEpoch">Batches in an epoch; all where null.</param>
    /// <param name="validationSteps">Batches in a validation; all where null.</param>
    /// <param name="validationFreq">After how many epochs to validate.</param>
    /// <param name="cancellationToken">Stops between two batches; the weights stay as they are then.</param>
    /// <returns>The losses and metrics of each epoch.</returns>
    /// <exception cref="InvalidOperationException">The model was not compiled.</exception>
    [OverloadResolutionPriority(1)] // an array of batches is no array of numbers
    public History Fit(
        IEnumerable<Batch> batches,
        int epochs = 1,
        int? verbose = null,
        IEnumerable<Callback>? callbacks = null,
        IEnumerable<Batch>? validationData = null,
        IReadOnlyDictionary<int, double>? classWeight = null,
        int initialEpoch = 0,
        int? stepsPerEpoch = null,
        int? validationSteps = null,
        int validationFreq = 1,
        CancellationToken cancellationToken = default)
    {
        RequireCompiled(nameof(Fit));
        using var source = new SequenceSource(batches, stepsPerEpoch is not null, classWeight);
        using var held = validationData is null ? null : new SequenceSource(validationData, restarts: false);
        return Fit(new FitPlan(source, held)
        {
            Epochs = epochs,
            InitialEpoch = initialEpoch,
            Verbose = verbose ?? 1,
            Callbacks = callbacks,
            StepsPerEpoch = stepsPerEpoch,
            ValidationSteps = validationSteps,
            ValidationFreq = validationFreq,
            CancellationToken = cancellationToken,
        });
    }

    private History Fit(FitPlan plan)
    {
        WarnIfTrainableChanged();
        _trainFunction ??= new StructuredFunction(batch => TrainStep(Batch.FromNested(batch)));
        var history = new History();
        var callbacks = new CallbackList(plan.Callbacks, this, history, new CallbackParams(
            plan.Verbose, plan.Epochs, plan.StepsPerEpoch ?? plan.Source.Count));
        StopTraining = false;
        callbacks.OnTrainBegin();
        var logs = new Logs();
        try
        {
            for (var epoch = plan.InitialEpoch; epoch < plan.Epochs && !StopTraining; epoch++)
            {
                ResetMetrics();
                callbacks.OnEpochBegin(epoch);
                logs = RunEpoch(
                    plan.Source, plan.StepsPerEpoch, RunTrainStep, callbacks.OnTrainBatchBegin,
                        callbacks.OnTrainBatchEnd,
                    plan.CancellationToken);
                if (plan.Validation is { } validation && (epoch + 1) % plan.ValidationFreq == 0)
                {
                    logs.AddAll(Evaluate(validation, plan.ValidationSteps, callbacks, plan.CancellationToken), "val_");
                }

                callbacks.OnEpochEnd(epoch, logs);
            }
        }
        finally
        {
            Optimizer!.FinalizeVariableValues(TrainableWeights);
        }

        callbacks.OnTrainEnd(logs);
        return history;
    }

    private Logs RunTrainStep(Batch batch) => RunStep(_trainFunction!, TrainStep, batch);
}
