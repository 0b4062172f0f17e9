using System.Globalization;

namespace Hornet.Callbacks;

/// <summary>Sets the learning rate at the beginning of each epoch.</summary>
/// <example><code>
/// var callback = new LearningRateScheduler((epoch, rate) => epoch &lt; 10 ? rate : rate * 0.9);
/// </code></example>
public sealed class LearningRateScheduler : Callback
{
    /// <summary>Says how the rate changes.</summary>
    /// <param name="schedule">From the epoch, counted from 0, and the rate now to the rate of the epoch.</param>
    /// <param name="verbose">1 to print each rate.</param>
    public LearningRateScheduler(Func<int, double, double> schedule, int verbose = 0) =>
        (Schedule, Verbose) = (schedule, verbose);

    /// <summary>From the epoch and the rate now to the rate of the epoch.</summary>
    public Func<int, double, double> Schedule { get; }

    /// <summary>1 to print each rate.</summary>
    public int Verbose { get; }

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs)
    {
        var rate = Schedule(epoch, Current());
        Model.Optimizer!.LearningRate = rate;
        if (Verbose > 0)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"\nEpoch {epoch + 1}: LearningRateScheduler setting learning rate to {rate}."));
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        logs["learning_rate"] = Current();
    }

    private double Current() => Model.Optimizer!.LearningRate;
}
