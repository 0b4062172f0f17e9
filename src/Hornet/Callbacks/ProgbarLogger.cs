using Hornet.Utils;

namespace Hornet.Callbacks;

/// <summary>Shows the losses and metrics: a progress bar, or a line an epoch.</summary>
/// <example><code>
/// model.Compile(optimizer: "sgd", loss: "mse");
/// model.Fit(x, y, callbacks: [new ProgbarLogger()]);
/// </code></example>
public sealed class ProgbarLogger : Callback
{
    private Progbar? _progbar;
    private int? _target;
    private int _seen;
    private bool _isInFit;

    /// <inheritdoc/>
    public override void SetParams(CallbackParams parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        base.SetParams(parameters);
        _target = parameters.Steps;
    }

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => _isInFit = true; // where validation is silent

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs)
    {
        Start();
        if (Params.Verbose > 0 && Params.Epochs > 1)
        {
            Console.WriteLine($"Epoch {epoch + 1}/{Params.Epochs}");
        }
    }

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs) => Update(batch, logs);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => End(logs);

    /// <inheritdoc/>
    public override void OnTestBegin(Logs logs)
    {
        if (!_isInFit)
        {
            Start();
        }
    }

    /// <inheritdoc/>
    public override void OnTestBatchEnd(int batch, Logs logs)
    {
        if (!_isInFit)
        {
            Update(batch, logs);
        }
    }

    /// <inheritdoc/>
    public override void OnTestEnd(Logs logs)
    {
        if (!_isInFit)
        {
            End(logs);
        }
    }

    /// <inheritdoc/>
    public override void OnPredictBegin(Logs logs) => Start();

    /// <inheritdoc/>
    public override void OnPredictBatchEnd(int batch, Logs logs) => Update(batch, logs);

    /// <inheritdoc/>
    public override void OnPredictEnd(Logs logs) => End(logs);

    private void Start()
    {
        _seen = 0;
        _progbar = new Progbar(_target, verbose: Params.Verbose, statelessMetrics: []);
    }

    private void Update(int batch, Logs logs)
    {
        _seen = batch + 1;
        if (Params.Verbose == 1)
        {
            _progbar!.Update(_seen, logs, finalize: false);
        }
    }

    private void End(Logs logs)
    {
        _target ??= _seen;
        _progbar!.Target = _target;
        _progbar.Update(_target.Value, logs, finalize: true);
    }
}
