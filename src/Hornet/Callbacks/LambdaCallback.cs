namespace Hornet.Callbacks;

/// <summary>A callback made of functions.</summary>
/// <example><code>
/// var callback = new LambdaCallback(onEpochEnd: (epoch, logs) => Console.WriteLine($"{epoch}: {logs}"));
/// </code></example>
public sealed class LambdaCallback : Callback
{
    private readonly Action<int, Logs>? _onEpochBegin;
    private readonly Action<int, Logs>? _onEpochEnd;
    private readonly Action<Logs>? _onTrainBegin;
    private readonly Action<Logs>? _onTrainEnd;
    private readonly Action<int, Logs>? _onTrainBatchBegin;
    private readonly Action<int, Logs>? _onTrainBatchEnd;

    /// <summary>Names what is called when; what is null is not called.</summary>
    /// <param name="onEpochBegin">Called before an epoch.</param>
    /// <param name="onEpochEnd">Called after an epoch, with its losses and metrics.</param>
    /// <param name="onTrainBegin">Called before the first epoch.</param>
    /// <param name="onTrainEnd">Called after the last epoch.</param>
    /// <param name="onTrainBatchBegin">Called before a batch of training.</param>
    /// <param name="onTrainBatchEnd">Called after a batch of training.</param>
    public LambdaCallback(
        Action<int, Logs>? onEpochBegin = null,
        Action<int, Logs>? onEpochEnd = null,
        Action<Logs>? onTrainBegin = null,
        Action<Logs>? onTrainEnd = null,
        Action<int, Logs>? onTrainBatchBegin = null,
        Action<int, Logs>? onTrainBatchEnd = null)
    {
        (_onEpochBegin, _onEpochEnd) = (onEpochBegin, onEpochEnd);
        (_onTrainBegin, _onTrainEnd) = (onTrainBegin, onTrainEnd);
        (_onTrainBatchBegin, _onTrainBatchEnd) = (onTrainBatchBegin, onTrainBatchEnd);
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs) => _onEpochBegin?.Invoke(epoch, logs);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => _onEpochEnd?.Invoke(epoch, logs);

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => _onTrainBegin?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => _onTrainEnd?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTrainBatchBegin(int batch, Logs logs) => _onTrainBatchBegin?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs) => _onTrainBatchEnd?.Invoke(batch, logs);
}
