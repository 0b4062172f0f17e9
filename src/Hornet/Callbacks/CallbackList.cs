namespace Hornet.Callbacks;

/// <summary>Several callbacks called as one, in their order.</summary>
/// <example><code>
/// var history = new History();
/// var callbacks = new CallbackList([history], model, parameters: new(Verbose: 0, Epochs: 1, Steps: 1));
/// callbacks.OnEpochEnd(0, new Logs { ["loss"] = 0.5 });
/// </code></example>
public sealed class CallbackList
{
    private static readonly Logs s_none = new();

    private readonly List<Callback> _callbacks;

    /// <summary>Joins callbacks, and adds what is always there.</summary>
    /// <param name="callbacks">The callbacks.</param>
    /// <param name="model">What is trained.</param>
    /// <param name="history">Keeps the losses and metrics; none is kept where null.</param>
    /// <param name="parameters">What the caller said; a progress bar is added unless it is silent.</param>
    public CallbackList(
        IEnumerable<Callback>? callbacks, Model model, History? history = null, CallbackParams? parameters = null)
    {
        _callbacks = [.. callbacks ?? []];
        Params = parameters ?? new CallbackParams(0, 1, null);
        if (history is not null)
        {
            _callbacks.Add(history);
        }

        if (Params.Verbose != 0 && !_callbacks.Exists(callback => callback is ProgbarLogger))
        {
            _callbacks.Add(new ProgbarLogger());
        }

        foreach (var callback in _callbacks)
        {
            callback.SetModel(model);
            callback.SetParams(Params);
        }
    }

    /// <summary>What the caller said.</summary>
    public CallbackParams Params { get; }

    /// <summary>The callbacks, in the order in which they are called.</summary>
    public IReadOnlyList<Callback> Callbacks => _callbacks;

    /// <summary>Before the first epoch.</summary>
    public void OnTrainBegin() => _callbacks.ForEach(callback => callback.OnTrainBegin(s_none));

    /// <summary>After the last epoch.</summary>
    public void OnTrainEnd(Logs logs) => _callbacks.ForEach(callback => callback.OnTrainEnd(logs));

    /// <summary>Before an epoch.</summary>
    public void OnEpochBegin(int epoch) => _callbacks.ForEach(callback => callback.OnEpochBegin(epoch, s_none));

    /// <summary>After an epoch.</summary>
    public void OnEpochEnd(int epoch, Logs logs) => _callbacks.ForEach(callback => callback.OnEpochEnd(epoch, logs));

    /// <summary>Before a batch of training.</summary>
    public void OnTrainBatchBegin(int batch) =>
        _callbacks.ForEach(callback => callback.OnTrainBatchBegin(batch, s_none));

    /// <summary>After a batch of training.</summary>
    public void OnTrainBatchEnd(int batch, Logs logs) =>
        _callbacks.ForEach(callback => callback.OnTrainBatchEnd(batch, logs));

    /// <summary>Before an evaluation.</summary>
    public void OnTestBegin() => _callbacks.ForEach(callback => callback.OnTestBegin(s_none));

    /// <summary>After an evaluation.</summary>
    public void OnTestEnd(Logs logs) => _callbacks.ForEach(callback => callback.OnTestEnd(logs));

    /// <summary>Before a batch of evaluation.</summary>
    public void OnTestBatchBegin(int batch) => _callbacks.ForEach(callback => callback.OnTestBatchBegin(batch, s_none));

    /// <summary>After a batch of evaluation.</summary>
    public void OnTestBatchEnd(int batch, Logs logs) =>
        _callbacks.ForEach(callback => callback.OnTestBatchEnd(batch, logs));

    /// <summary>Before a prediction.</summary>
    public void OnPredictBegin() => _callbacks.ForEach(callback => callback.OnPredictBegin(s_none));

    /// <summary>After a prediction.</summary>
    public void OnPredictEnd(Logs logs) => _callbacks.ForEach(callback => callback.OnPredictEnd(logs));

    /// <summary>Before a batch of prediction.</summary>
    public void OnPredictBatchBegin(int batch) =>
        _callbacks.ForEach(callback => callback.OnPredictBatchBegin(batch, s_none));

    /// <summary>After a batch of prediction.</summary>
    public void OnPredictBatchEnd(int batch, Logs logs) =>
        _callbacks.ForEach(callback => callback.OnPredictBatchEnd(batch, logs));
}
