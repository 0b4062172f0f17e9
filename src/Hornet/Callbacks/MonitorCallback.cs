using Hornet.Metrics;

namespace Hornet.Callbacks;

/// <summary>A callback that watches whether a loss or metric gets better.</summary>
public abstract class MonitorCallback : Callback
{
    private bool? _isHigherBetter;

    /// <summary>Says what is watched.</summary>
    /// <param name="monitor">The name of a loss or metric.</param>
    /// <param name="mode"><c>min</c>, <c>max</c>, or <c>auto</c>: as the metric says.</param>
    /// <param name="minDelta">By how much it must change to count as better.</param>
    protected MonitorCallback(string monitor, string mode, double minDelta)
    {
        Monitor = monitor;
        MinDelta = Math.Abs(minDelta);
        Mode = mode;
        if (mode is not ("auto" or "min" or "max"))
        {
            Warnings.Emit($"{GetType().Name} mode '{mode}' is unknown, fallback to auto mode.");
            Mode = "auto";
        }
    }

    /// <summary>The name of the loss or metric that is watched.</summary>
    public string Monitor { get; }

    /// <summary><c>min</c>, <c>max</c> or <c>auto</c>.</summary>
    public string Mode { get; }

    /// <summary>By how much it must change to count as better.</summary>
    public double MinDelta { get; }

    /// <summary>Whether a value is better than a reference; anything is better than none.</summary>
    protected bool IsImprovement(double value, double? reference)
    {
        _isHigherBetter ??= Mode == "auto" ? Infer() : Mode == "max";
        return reference is not { } best || (_isHigherBetter.Value
            ? (float)(value - MinDelta) > (float)best // as Keras compares: 0.7 + 0.1 is 0.8
            : (float)(value + MinDelta) < (float)best);
    }

    private bool Infer()
    {
        var name = Monitor.StartsWith("val_", StringComparison.Ordinal) ? Monitor[4..] : Monitor;
        if (name == "loss")
        {
            return false;
        }

        return Model.Metrics.FirstOrDefault(metric => metric.Name == name)?.Direction switch
        {
            MetricDirection.Up => true,
            MetricDirection.Down => false,
            _ => throw new InvalidOperationException(
                $"{GetType().Name} callback received monitor={Monitor}, but whether that should be maximized or " +
                "minimized cannot be told from it. Pass mode: \"max\" or mode: \"min\"."),
        };
    }
}
