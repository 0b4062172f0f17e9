namespace Hornet.Metrics;

/// <summary>Which way a metric gets better.</summary>
public enum MetricDirection
{
    /// <summary>That cannot be told.</summary>
    Unknown,

    /// <summary>A greater value is better: accuracies.</summary>
    Up,

    /// <summary>A smaller value is better: errors.</summary>
    Down,
}
