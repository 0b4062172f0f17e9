namespace Hornet.Callbacks;

/// <summary>What <c>Fit</c>, <c>Evaluate</c> and <c>Predict</c> say of themselves to a callback.</summary>
/// <param name="Verbose">0 silent, 1 a progress bar, 2 a line an epoch.</param>
/// <param name="Epochs">The epoch that training stops at.</param>
/// <param name="Steps">The batches of an epoch; null where that is not known.</param>
public sealed record CallbackParams(int Verbose, int Epochs, int? Steps);

/// <summary>
/// What is called on the way of training, evaluation and prediction. Override the moments that matter.
/// </summary>
/// <remarks>Set <c>Model.StopTraining</c> to end the training. The logs may be added to.</remarks>
/// <example><code>
/// var callback = new LambdaCallback(onEpochEnd: (epoch, logs) => Console.WriteLine($"{epoch}: {logs}"));
/// </code></example>
public abstract class Callback
{
    /// <summary>The model that is trained.</summary>
    public Model Model { get; private set; } = null!; // set before the first call

    /// <summary>What the caller said.</summary>
    public CallbackParams Params { get; private set; } = new(1, 1, null);

    /// <summary>Says what model this is about.</summary>
    public virtual void SetModel(Model model) => Model = model;

    /// <summary>Says what the caller said.</summary>
    public virtual void SetParams(CallbackParams parameters) => Params = parameters;

    /// <summary>Before the first epoch.</summary>
    public virtual void OnTrainBegin(Logs logs)
    {
    }

    /// <summary>After the last epoch.</summary>
    public virtual void OnTrainEnd(Logs logs)
    {
    }

    /// <summary>Before an epoch.</summary>
    public virtual void OnEpochBegin(int epoch, Logs logs)
    {
    }

    /// <summary>After an epoch, with its losses and metrics.</summary>
    public virtual void OnEpochEnd(int epoch, Logs logs)
    {
    }

    /// <summary>Before a batch of training.</summary>
    public virtual void OnTrainBatchBegin(int batch, Logs logs)
    {
    }

    /// <summary>After a batch of training, with the losses and metrics of the epoch so far.</summary>
    public virtual void OnTrainBatchEnd(int batch, Logs logs)
    {
    }

    /// <summary>Before an evaluation.</summary>
    public virtual void OnTestBegin(Logs logs)
    {
    }

    /// <summary>After an evaluation, with its losses and metrics.</summary>
    public virtual void OnTestEnd(Logs logs)
    {
    }

    /// <summary>Before a batch of evaluation.</summary>
    public virtual void OnTestBatchBegin(int batch, Logs logs)
    {
    }

    /// <summary>After a batch of evaluation, with the losses and metrics so far.</summary>
    public virtual void OnTestBatchEnd(int batch, Logs logs)
    {
    }

    /// <summary>Before a prediction.</summary>
    public virtual void OnPredictBegin(Logs logs)
    {
    }

    /// <summary>After a prediction.</summary>
    public virtual void OnPredictEnd(Logs logs)
    {
    }

    /// <summary>Before a batch of prediction.</summary>
    public virtual void OnPredictBatchBegin(int batch, Logs logs)
    {
    }

    /// <summary>After a batch of prediction.</summary>
    public virtual void OnPredictBatchEnd(int batch, Logs logs)
    {
    }
}
