namespace Hornet.Callbacks;

/// <summary>Stops the training when a loss or metric has not got better for some epochs.</summary>
/// <example><code>
/// var callback = new EarlyStopping(monitor: "val_loss", patience: 3, restoreBestWeights: true);
/// </code></example>
public sealed class EarlyStopping : MonitorCallback
{
    private IReadOnlyList<EagerTensor>? _bestWeights;

    /// <summary>Says what is watched, and when to stop.</summary>
    /// <param name="monitor">The name of a loss or metric.</param>
    /// <param name="minDelta">By how much it must change to count as better.</param>
    /// <param name="patience">How many epochs without a better value are waited for.</param>
    /// <param name="verbose">1 to print when it stops.</param>
    /// <param name="mode"><c>min</c>, <c>max</c>, or <c>auto</c>: as the metric says.</param>
    /// <param name="baseline">A value that must be got better than.</param>
    /// <param name="restoreBestWeights">Whether the weights of the best epoch are put back at the end.</param>
    /// <param name="startFromEpoch">How many epochs to train before watching.</param>
    public EarlyStopping(
        string monitor = "val_loss",
        double minDelta = 0,
        int patience = 0,
        int verbose = 0,
        string mode = "auto",
        double? baseline = null,
        bool restoreBestWeights = false,
        int startFromEpoch = 0)
        : base(monitor, mode, minDelta)
    {
        Patience = patience;
        Verbose = verbose;
        Baseline = baseline;
        RestoreBestWeights = restoreBestWeights;
        StartFromEpoch = startFromEpoch;
    }

    /// <summary>How many epochs without a better value are waited for.</summary>
    public int Patience { get; }

    /// <summary>1 to print when it stops.</summary>
    public int Verbose { get; }

    /// <summary>A value that must be got better than.</summary>
    public double? Baseline { get; }

    /// <summary>Whether the weights of the best epoch are put back at the end.</summary>
    public bool RestoreBestWeights { get; }

    /// <summary>How many epochs to train before watching.</summary>
    public int StartFromEpoch { get; }

    /// <summary>The epochs since the value got better.</summary>
    public int Wait { get; private set; }

    /// <summary>The epoch that the training was stopped in; 0 where it was not.</summary>
    public int StoppedEpoch { get; private set; }

    /// <summary>The best value so far.</summary>
    public double? Best { get; private set; }

    /// <summary>The epoch with the best value.</summary>
    public int BestEpoch { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs)
    {
        (Wait, StoppedEpoch, BestEpoch) = (0, 0, 0);
        (Best, _bestWeights) = (null, null);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        if (!logs.TryGetValue(Monitor, out var current))
        {
            Warnings.Emit(
                $"Early stopping conditioned on metric `{Monitor}` which is not available. " +
                $"Available metrics are: {string.Join(",", logs.Keys)}");
            return;
        }

        if (epoch < StartFromEpoch)
        {
            return;
        }

        if (RestoreBestWeights && _bestWeights is null)
        {
            Keep(epoch); // should no epoch be better than nothing
        }

        Wait++;
        if (IsImprovement(current, Best))
        {
            Best = current;
            Keep(epoch);
            Wait = Baseline is null || IsImprovement(current, Baseline) ? 0 : Wait;
        }
        else if (Wait >= Patience && epoch > 0)
        {
            StoppedEpoch = epoch;
            Model.StopTraining = true;
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs)
    {
        if (StoppedEpoch > 0 && Verbose > 0)
        {
            Console.WriteLine($"Epoch {StoppedEpoch + 1}: early stopping");
        }

        if (RestoreBestWeights && _bestWeights is not null)
        {
            if (Verbose > 0)
            {
                Console.WriteLine($"Restoring model weights from the end of the best epoch: {BestEpoch + 1}.");
            }

            Model.SetWeights(_bestWeights);
        }
    }

    private void Keep(int epoch)
    {
        BestEpoch = epoch;
        if (RestoreBestWeights)
        {
            _bestWeights = Model.GetWeights();
        }
    }
}
