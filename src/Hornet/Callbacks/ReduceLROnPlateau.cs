using System.Globalization;
using Hornet.Optimizers;

namespace Hornet.Callbacks;

/// <summary>Lowers the learning rate when a monitored value stops getting better.</summary>
/// <example><code>
/// model.Compile(optimizer: "sgd", loss: "mse");
/// model.Fit(x, y, validationSplit: 0.5, callbacks: [new ReduceLROnPlateau(factor: 0.5, patience: 3)]);
/// </code></example>
public sealed class ReduceLROnPlateau : MonitorCallback
{
    /// <summary>Makes the callback.</summary>
    /// <param name="monitor">The name of the value in the logs.</param>
    /// <param name="factor">What the learning rate is multiplied by, below 1.</param>
    /// <param name="patience">How many epochs without a better value to wait for.</param>
    /// <param name="verbose">1 says what was done.</param>
    /// <param name="mode">Whether <c>min</c> or <c>max</c> is better; <c>auto</c> asks the metric.</param>
    /// <param name="minDelta">How much better is better.</param>
    /// <param name="cooldown">How many epochs after a change count for nothing.</param>
    /// <param name="minLr">The learning rate to stop at.</param>
    /// <exception cref="ArgumentException">The factor is 1 or more.</exception>
    public ReduceLROnPlateau(
        string monitor = "val_loss",
        double factor = 0.1,
        int patience = 10,
        int verbose = 0,
        string mode = "auto",
        double minDelta = 1e-4,
        int cooldown = 0,
        double minLr = 0)
        : base(monitor, mode, minDelta)
    {
        Factor = factor < 1 ? factor : throw new ArgumentException(
            $"ReduceLROnPlateau: expected a factor below 1, which lowers the learning rate. Received: {factor}.",
            nameof(factor));
        (Patience, Verbose, Cooldown, MinLr) = (patience, verbose, cooldown, minLr);
    }

    /// <summary>What the learning rate is multiplied by.</summary>
    public double Factor { get; }

    /// <summary>How many epochs without a better value to wait for.</summary>
    public int Patience { get; }

    /// <summary>1 says what was done.</summary>
    public int Verbose { get; }

    /// <summary>How many epochs after a change count for nothing.</summary>
    public int Cooldown { get; }

    /// <summary>The learning rate to stop at.</summary>
    public double MinLr { get; }

    /// <summary>The best value so far; null before the first.</summary>
    public double? Best { get; private set; }

    /// <summary>How many epochs there was no better value.</summary>
    public int Wait { get; private set; }

    /// <summary>How many epochs of the cooldown are left.</summary>
    public int CooldownCounter { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => (Best, CooldownCounter, Wait) = (null, 0, 0);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        var optimizers = (Model.Optimizer as MultiOptimizer)?.Optimizers;
        foreach (var optimizer in optimizers ?? [Model.Optimizer!])
        {
            logs[optimizers is null ? "learning_rate" : $"learning_rate_{optimizer.Name}"] = optimizer.LearningRate;
        }

        if (!logs.TryGetValue(Monitor, out var current))
        {
            Warnings.Emit(
                $"Learning rate reduction is conditioned on metric `{Monitor}` which is not available. " +
                $"Available metrics are: {string.Join(",", logs.Keys)}.");
        }
        else if (IsStuck(current))
        {
            Reduce(optimizers ?? [Model.Optimizer!], epoch);
        }
    }

    private bool IsStuck(double current)
    {
        if (CooldownCounter > 0)
        {
            CooldownCounter--;
            Wait = 0;
        }

        if (IsImprovement(current, Best))
        {
            (Best, Wait) = (current, 0);
            return false;
        }

        return CooldownCounter == 0 && ++Wait >= Patience;
    }

    private void Reduce(IEnumerable<Optimizer> optimizers, int epoch)
    {
        foreach (var optimizer in optimizers)
        {
            double rate = optimizer.LearningRate;
            if (rate > (float)MinLr) // the rate has 32 bits
            {
                optimizer.LearningRate = Math.Max(rate * Factor, MinLr);
                (CooldownCounter, Wait) = (Cooldown, 0);
                Say(epoch, Model.Optimizer is MultiOptimizer ? $" {optimizer.Name}" : "", rate * Factor);
            }
        }
    }

    private void Say(int epoch, string name, double rate)
    {
        if (Verbose > 0)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"\nEpoch {epoch + 1}: ReduceLROnPlateau reducing{name} learning rate to {Math.Max(rate, MinLr)}."));
        }
    }
}
